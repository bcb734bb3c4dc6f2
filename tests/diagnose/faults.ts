/** A fault, as shell lines in a small origin, and a symptom that must be named for it. */
export interface Fault {
  readonly name: string;
  readonly setup: string;
  /** Any of these is right. */
  readonly symptoms: readonly string[];
  readonly args?: readonly string[];
  readonly tools?: readonly string[];
  /** Symptoms that would be a wrong accusation. */
  readonly never?: readonly string[];
}

const serve = 'start; call; call';
/** A server in Python that treats each connection with `body`, in which `c` is the socket. */
const python = (body: string): string =>
  `raw 80 <<'EOF'
import socket, time, threading, ssl
def one(c):
    try:
        ${body}
    except OSError: pass
s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(('0.0.0.0', 80)); s.listen(50)
while True:
    c, _ = s.accept(); threading.Thread(target=one, args=(c,), daemon=True).start()
EOF`;
const answer = (bytes: string): string => python(`c.recv(4096); c.sendall(${bytes}); c.close()`);
const ranges = (list: string, command: string): string =>
  `. <(grep '^CF_V' /usr/local/lib/diagnose.sh); for range in ${list}; do ${command}; done`;

export const FAULTS: readonly Fault[] = [
  { name: 'nothing listens', setup: 'true', symptoms: ['service-stopped', 'listen-none'] },
  {
    name: 'configuration error',
    setup: 'echo "servr {}" >/etc/nginx/sites-enabled/bad; start',
    symptoms: ['service-config-error'],
  },
  {
    name: 'loopback only',
    setup: 'listen_both=\'listen 127.0.0.1:80; listen 127.0.0.1:443 ssl;\'; site "$hello"; start',
    symptoms: ['listen-loopback'],
  },
  {
    name: 'another port',
    setup: 'listen_both=\'listen 8080;\'; site "$hello"; start',
    symptoms: ['listen-other-port'],
  },
  {
    name: 'IPv6 only',
    setup: 'listen_both=\'listen [::]:80 ipv6only=on; listen [::]:443 ssl ipv6only=on;\'; site "$hello"; start',
    symptoms: ['listen-one-family'],
  },
  {
    name: 'only 80 where 443 is called',
    setup: 'listen_both=\'listen 80;\'; site "$hello"; start',
    args: ['--port', '443'],
    symptoms: ['listen-other-port', 'listen-none'],
  },
  {
    name: 'DROP',
    setup: `${serve}; iptables -A INPUT -p tcp --dport 443 -j DROP`,
    symptoms: ['rule-drop'],
    tools: ['iptables'],
  },
  {
    name: 'policy DROP',
    setup: `${serve}; iptables -A INPUT -i lo -j ACCEPT; iptables -A INPUT -p tcp --dport 22 -j ACCEPT; iptables -P INPUT DROP`,
    symptoms: ['rule-drop'],
    tools: ['iptables'],
  },
  {
    name: 'DROP in the raw table',
    setup: `${serve}; iptables -t raw -A PREROUTING -s 173.245.48.0/20 -j DROP`,
    symptoms: ['rule-drop'],
    tools: ['iptables'],
  },
  {
    name: 'legacy DROP',
    setup: `${serve}; iptables-legacy -A INPUT -p tcp -m multiport --dports 80,443 -j DROP`,
    symptoms: ['rule-drop'],
    tools: ['iptables-legacy'],
  },
  {
    name: 'REJECT',
    setup: `${serve}; iptables -A INPUT -p tcp --dport 443 -j REJECT`,
    symptoms: ['rule-reject'],
    never: ['rule-drop'],
    tools: ['iptables'],
  },
  {
    name: 'REJECT with a reset',
    setup: `${serve}; iptables -A INPUT -p tcp --dport 443 -j REJECT --reject-with tcp-reset`,
    symptoms: ['rule-reject'],
    tools: ['iptables'],
  },
  {
    name: 'host-prohibited last',
    setup: `${serve}; iptables -A INPUT -m state --state ESTABLISHED -j ACCEPT; iptables -A INPUT -i lo -j ACCEPT; iptables -A INPUT -j REJECT --reject-with icmp-host-prohibited`,
    symptoms: ['rule-prohibited'],
    tools: ['iptables'],
  },
  {
    name: 'IPv4-only list',
    setup: `${serve}; ${ranges('$CF_V4', 'iptables -A INPUT -s $range -p tcp -m multiport --dports 80,443 -j ACCEPT')}; ipt -A INPUT -i lo -j ACCEPT; ipt -A INPUT -p tcp -m multiport --dports 80,443 -j DROP`,
    symptoms: ['ipv6-rules-closed', 'allowlist-incomplete'],
    tools: ['iptables'],
  },
  {
    name: 'incomplete list',
    setup: `${serve}; ${ranges('$CF_V4', '[ $range = 162.158.0.0/15 ] || iptables -A INPUT -s $range -p tcp -m multiport --dports 80,443 -j ACCEPT')}; iptables -A INPUT -i lo -j ACCEPT; iptables -A INPUT -p tcp -m multiport --dports 80,443 -j DROP`,
    symptoms: ['allowlist-incomplete'],
    tools: ['iptables'],
  },
  {
    name: 'ipset list with a narrow range',
    setup: `${serve}; ipset create cf hash:net; ${ranges('${CF_V4/162.158.0.0?15/162.158.0.0/16}', 'ipset add cf $range')}; iptables -A INPUT -i lo -j ACCEPT; iptables -A INPUT -p tcp -m multiport --dports 80,443 -m set ! --match-set cf src -j DROP`,
    symptoms: ['allowlist-incomplete'],
    tools: ['iptables', 'ipset'],
  },
  {
    name: 'nft policy drop',
    setup: `${serve}; nft 'add table inet f; add chain inet f in { type filter hook input priority 0; policy drop; }; add rule inet f in iifname lo accept; add rule inet f in ct state established,related accept; add rule inet f in tcp dport 22 accept'`,
    symptoms: ['rule-drop'],
    tools: ['nft'],
  },
  {
    name: 'nft reject of a set',
    setup: `${serve}; nft 'add table inet f; add set inet f bad { type ipv4_addr; flags interval; elements = { 173.245.48.0/21, 203.0.113.7 }; }; add chain inet f in { type filter hook input priority 0; }; add rule inet f in tcp dport { 80, 443 } ip saddr @bad reject with tcp reset'`,
    symptoms: ['rule-reject'],
    tools: ['nft'],
  },
  {
    name: 'nft ingress drop',
    setup: `${serve}; nft 'add table netdev f; add chain netdev f in { type filter hook ingress device eth0 priority 0; }; add rule netdev f in ip saddr 173.245.48.0/20 tcp dport 443 drop'`,
    symptoms: ['rule-drop'],
    tools: ['nft'],
  },
  {
    name: 'ufw limit',
    setup: `${serve}; ufw default allow >/dev/null; ufw limit 443/tcp >/dev/null; ufw --force enable >/dev/null`,
    symptoms: ['rule-rate-limit'],
    tools: ['ufw'],
  },
  {
    name: 'hashlimit',
    setup: `${serve}; iptables -A INPUT -p tcp --dport 443 -m hashlimit --hashlimit-above 2/sec --hashlimit-mode srcip --hashlimit-name w -j DROP`,
    symptoms: ['rule-rate-limit'],
    tools: ['iptables'],
  },
  {
    name: 'nft meter',
    setup: `${serve}; nft 'add table inet f; add set inet f m { type ipv4_addr; flags dynamic; }; add chain inet f in { type filter hook input priority 0; }; add rule inet f in tcp dport 443 ct state new add @m { ip saddr limit rate over 2/second } drop'`,
    symptoms: ['rule-rate-limit'],
    tools: ['nft'],
  },
  {
    name: 'ban in a chain of fail2ban',
    setup: `${serve}; iptables -N f2b-nginx; iptables -A f2b-nginx -s 162.158.10.10/32 -j REJECT --reject-with icmp-port-unreachable; iptables -A f2b-nginx -j RETURN; iptables -I INPUT -p tcp -m multiport --dports 80,443 -j f2b-nginx`,
    symptoms: ['ban-fail2ban'],
    tools: ['iptables'],
  },
  {
    name: 'ban of CSF',
    setup: `${serve}; mkdir -p /etc/csf; printf '203.0.113.9 # do\\n172.68.10.1 # lfd: (mod_security)\\n' >/etc/csf/csf.deny`,
    symptoms: ['ban-csf'],
  },
  {
    name: 'DOCKER-USER',
    setup: `echo 1 >/proc/sys/net/ipv4/ip_forward; ${serve}; iptables -t nat -A PREROUTING -p tcp --dport 443 -j DNAT --to-destination 172.17.0.2:443; iptables -N DOCKER-USER; iptables -A FORWARD -j DOCKER-USER; iptables -A DOCKER-USER -i eth0 -j DROP`,
    args: ['--port', '443'],
    symptoms: ['rule-docker-user'],
    tools: ['iptables'],
  },
  { name: 'no default route', setup: `${serve}; ip route del default`, symptoms: ['route-to-edge-wrong'] },
  { name: 'blackhole', setup: `${serve}; ip route add blackhole 162.158.0.0/15`, symptoms: ['route-to-edge-wrong'] },
  {
    name: 'VPN takes a range',
    setup: `${serve}; ip link add wg0 type veth peer name wg1; ip link set wg1 up; ip addr add 10.9.0.2/24 dev wg0; ip link set wg0 up; ip route add 162.158.0.0/15 dev wg0`,
    symptoms: ['route-to-edge-wrong'],
  },
  {
    name: 'strict rp_filter',
    setup: `${serve}; ip link add wg0 type veth peer name wg1; ip link set wg1 up; ip addr add 10.9.0.2/24 dev wg0; ip link set wg0 up; echo 1 >/proc/sys/net/ipv4/conf/eth0/rp_filter; ip route add 162.158.0.0/15 dev wg0`,
    symptoms: ['rp-filter-drops'],
  },
  {
    name: 'accept queue full',
    setup: `raw 80 <<'EOF'\nimport socket, time\ns = socket.socket(); s.bind(('0.0.0.0', 80)); s.listen(2); time.sleep(100)\nEOF\nfor i in 1 2 3 4 5 6; do call http://www.example.com/ & done; sleep 0.5`,
    symptoms: ['accept-queue-full'],
  },
  {
    name: 'SYN queue full, no cookies',
    setup: `echo 0 >/proc/sys/net/ipv4/tcp_syncookies; echo 8 >/proc/sys/net/ipv4/tcp_max_syn_backlog; ${serve}; on_edge timeout 40 hping3 -q -i u5000 --rand-source -S -p 443 198.51.100.10 >/dev/null 2>&1 &\nsleep 2`,
    symptoms: ['syn-queue-drops'],
    tools: ['hping3'],
  },
  {
    name: 'expired',
    setup: `certificate old www.example.com -1; CERT=/etc/tls/old.pem KEY=/etc/tls/old.key site "$hello"; ${serve}`,
    symptoms: ['cert-expired'],
  },
  {
    name: 'another host’s certificate',
    setup: `certificate other www.example.org 90; CERT=/etc/tls/other.pem KEY=/etc/tls/other.key site "$hello"; ${serve}`,
    symptoms: ['cert-wrong-name'],
  },
  {
    name: 'self-signed',
    setup: `openssl req -x509 -newkey rsa:2048 -nodes -keyout /etc/tls/s.key -out /etc/tls/s.pem -subj /CN=www.example.com -addext subjectAltName=DNS:www.example.com 2>/dev/null; CERT=/etc/tls/s.pem KEY=/etc/tls/s.key site "$hello"; ${serve}`,
    symptoms: ['cert-self-signed'],
  },
  {
    name: 'no intermediate',
    setup: `EXTENSIONS='basicConstraints=CA:TRUE' certificate middle 'Example Issuing CA' 90; certificate leaf www.example.com 90 middle; CERT=/etc/tls/leaf.pem KEY=/etc/tls/leaf.key site "$hello"; ${serve}`,
    symptoms: ['cert-chain-incomplete'],
  },
  {
    name: 'renewed, not loaded',
    setup: `certificate old www.example.com -1; cp /etc/tls/old.pem /etc/tls/w.pem; cp /etc/tls/old.key /etc/tls/w.key; CERT=/etc/tls/w.pem KEY=/etc/tls/w.key site "$hello"; ${serve}; cp /etc/tls/good.pem /etc/tls/w.pem; cp /etc/tls/good.key /etc/tls/w.key`,
    symptoms: ['cert-file-newer'],
  },
  {
    name: 'plain HTTP on 443',
    setup: `listen_both='listen 80; listen 443;'; site "$hello"; ${serve}`,
    symptoms: ['tls-plain-http'],
  },
  {
    name: 'name refused in the handshake',
    setup: `cat >/etc/nginx/sites-enabled/default <<'EOF'\nserver { listen 443 ssl default_server; ssl_reject_handshake on; }\nserver { listen 443 ssl; server_name www.example.org; ssl_certificate /etc/tls/good.pem; ssl_certificate_key /etc/tls/good.key; }\nEOF\n${serve}`,
    symptoms: ['tls-no-certificate', 'name-unknown-to-server'],
  },
  {
    name: 'no shared cipher',
    setup: `site "$hello ssl_protocols TLSv1.2; ssl_ciphers ECDHE-RSA-CHACHA20-POLY1305;"; ${serve}`,
    symptoms: ['tls-no-shared-cipher'],
  },
  {
    name: 'frozen worker',
    setup: `sed -i 's/worker_processes.*/worker_processes 1;/' /etc/nginx/nginx.conf; ${serve}; kill -STOP $(pgrep -f '[n]ginx: worker')`,
    symptoms: ['local-silent'],
  },
  {
    name: 'blocked event loop',
    setup: `raw 80 <<'EOF'\nimport socket\ns = socket.socket(); s.bind(('0.0.0.0', 80)); s.listen(50)\nwhile True: pass\nEOF`,
    symptoms: ['local-silent', 'event-loop-stalls'],
  },
  {
    name: 'disk full',
    setup: `mount -t tmpfs -o size=64k small /var/lib/nginx; dd if=/dev/zero of=/var/lib/nginx/x bs=1k count=100 2>/dev/null; mkdir -p /var/lib/nginx; ${serve}`,
    symptoms: ['disk-full'],
  },
  {
    name: 'headers too large',
    setup: answer(
      "b'HTTP/1.1 200 OK\\\\r\\\\n' + b''.join(b'X-%d: ' % i + b'a' * 4000 + b'\\\\r\\\\n' for i in range(40)) + b'Content-Length: 2\\\\r\\\\n\\\\r\\\\nok'",
    ),
    args: ['--port', '80'],
    symptoms: ['headers-large'],
  },
  { name: 'empty reply', setup: answer("b''"), args: ['--port', '80'], symptoms: ['local-broken'] },
  {
    name: 'garbage',
    setup: answer("b'\\\\x00\\\\x1b[31mSSH-2.0-x\\\\r\\\\n'"),
    args: ['--port', '80'],
    symptoms: ['local-broken'],
  },
  {
    name: 'return 444 for this name',
    setup: `cat >/etc/nginx/sites-enabled/default <<'EOF'\nserver { listen 80 default_server; return 444; }\nserver { listen 80; server_name www.example.org; return 200 ok; }\nEOF\nstart; call http://www.example.com/`,
    args: ['--port', '80'],
    symptoms: ['name-unknown-to-server'],
  },
  {
    name: 'upstream down',
    setup: `site 'location / { proxy_pass http://127.0.0.1:9; }'; ${serve}`,
    symptoms: ['upstream-refused-logged', 'local-error'],
  },
  {
    name: 'upstream too slow',
    setup: `site 'location / { proxy_pass http://127.0.0.1:81; proxy_read_timeout 1s; }'; raw 81 <<'EOF'\nimport socket, time\ns = socket.socket(); s.bind(('127.0.0.1', 81)); s.listen(50); time.sleep(100)\nEOF\n${serve}`,
    symptoms: ['upstream-timeout-logged'],
  },
  {
    name: 'PHP-FPM exhausted',
    setup: `printf '<?php sleep(30);' >/var/www/slow.php; printf '[global]\\npid=/run/php/p\\nerror_log=/var/log/php8.2-fpm.log\\n[www]\\nuser=www-data\\nlisten=/run/php/f.sock\\nlisten.mode=0666\\npm=static\\npm.max_children=1\\n' >/tmp/f.conf; php-fpm8.2 -y /tmp/f.conf -D; site 'location / { include fastcgi_params; fastcgi_param SCRIPT_FILENAME /var/www/slow.php; fastcgi_pass unix:/run/php/f.sock; fastcgi_read_timeout 3s; }'; start; call & call & call & sleep 5`,
    symptoms: ['workers-exhausted', 'upstream-timeout-logged'],
    tools: ['php-fpm8.2'],
  },
  {
    name: 'worker_connections',
    setup: `sed -i 's/worker_connections.*/worker_connections 12;/; s/worker_processes.*/worker_processes 1;/' /etc/nginx/nginx.conf; site 'location / { proxy_pass http://127.0.0.1:81; }'; raw 81 <<'EOF'\nimport socket, time\ns = socket.socket(); s.bind(('127.0.0.1', 81)); s.listen(50); time.sleep(100)\nEOF\nstart; for i in 1 2 3 4 5 6 7 8; do call & done; sleep 2`,
    symptoms: ['worker-connections-full'],
  },
  {
    name: 'denied by the web server',
    setup: `site "deny 173.245.48.0/20; location / { root /var/www/html; index index.html; }"; echo hello >/var/www/html/index.html; ${serve}`,
    symptoms: ['denied-by-http'],
  },
  {
    name: 'PROXY header expected',
    setup: `listen_both='listen 80 proxy_protocol; listen 443 ssl proxy_protocol;'; site "$hello"; ${serve}`,
    symptoms: ['proxy-protocol-logged'],
  },
  {
    name: 'client certificate demanded',
    setup: `site "$hello ssl_client_certificate /etc/tls/root.pem; ssl_verify_client on;"; ${serve}`,
    symptoms: ['client-cert-required'],
  },
];
