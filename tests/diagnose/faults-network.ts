import { type Fault, serve } from './fault.ts';

/** Listeners, routes and queues. */
export const NETWORK_FAULTS: readonly Fault[] = [
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
    // The table belongs to the whole kernel: its figures are stood in for.
    name: 'connection tracking table full',
    setup: `${serve}; echo 100 >/tmp/full; sed -i 's|/proc/sys/net/netfilter/nf_conntrack_[a-z]*|/tmp/full|g' /usr/local/lib/diagnose.sh`,
    symptoms: ['conntrack-full'],
  },
  {
    name: 'large packets lost',
    setup: `head -c 3000000 /dev/urandom >/var/www/html/big; site 'root /var/www/html;'; start; iptables -t mangle -A POSTROUTING -o eth0 -p tcp --sport 443 -m length --length 1000:65535 -j DROP; call --connect-timeout 40 -m 40 https://www.example.com/big & sleep 3`,
    symptoms: ['large-packets-lost'],
    outside: true,
    tools: ['iptables'],
  },
  {
    name: 'SYN-ACK lost on the way',
    setup: `start; on_edge iptables -A INPUT -p tcp --sport 443 -j DROP; call --connect-timeout 40 -m 40 https://www.example.com/ & sleep 1`,
    symptoms: ['synack-repeats'],
    outside: true,
    tools: ['iptables'],
  },
  {
    name: 'no byte of the request',
    setup: `start; (sleep 40 | on_edge curl -s --interface 173.245.48.10 telnet://198.51.100.10:443) & sleep 4`,
    symptoms: ['request-missing'],
    outside: true,
  },
];
