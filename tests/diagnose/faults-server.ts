import { type Fault, serve } from './fault.ts';

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

/** Certificates, TLS, answers and workers. */
export const SERVER_FAULTS: readonly Fault[] = [
  {
    name: 'nothing started, and a configuration of HAProxy that is in order',
    setup: `mkdir -p /etc/haproxy; printf 'defaults\\n mode http\\n timeout connect 5s\\n timeout client 5s\\n timeout server 5s\\nfrontend f\\n bind :80\\n http-request return status 200\\n' >/etc/haproxy/haproxy.cfg`,
    symptoms: ['listen-none', 'service-stopped'],
    never: ['service-config-error'],
    tools: ['haproxy'],
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
    name: 'two lengths that differ',
    setup: answer("b'HTTP/1.1 200 OK\\\\r\\\\nContent-Length: 2\\\\r\\\\nContent-Length: 9\\\\r\\\\n\\\\r\\\\nok'"),
    args: ['--port', '80'],
    symptoms: ['local-broken'],
  },
  {
    name: 'a server that starts anew every second',
    setup: `${serve}; (for i in $(seq 60); do sleep 0.7; pkill -KILL -x nginx; sleep 0.3; nginx; done) >/dev/null 2>&1 &`,
    symptoms: ['service-restarting'],
  },
  {
    name: 'a rest of an upload that nobody reads',
    setup: `${python('c.recv(100); time.sleep(60)')}\ncall -X POST --data-binary @/usr/bin/bash -m 40 http://www.example.com/ & sleep 1`,
    args: ['--port', '80'],
    symptoms: ['body-read-slowly', 'local-silent'],
  },
  {
    name: 'no host and certificate for this name, the default one answers',
    setup: `certificate other www.example.org 90; printf 'server { listen 443 ssl default_server; server_name www.example.org; ssl_certificate /etc/tls/other.pem; ssl_certificate_key /etc/tls/other.key; }' >/etc/nginx/conf.d/other.conf; listen_both='listen 80;'; site "$hello"; ${serve}`,
    symptoms: ['tls-no-certificate'],
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
  {
    name: 'HAProxy at its maxconn',
    setup: `cat >/etc/haproxy/haproxy.cfg <<'EOF'\nglobal\n maxconn 5\ndefaults\n mode http\n timeout connect 5s\n timeout client 60s\n timeout server 60s\nfrontend f\n bind :80\n default_backend b\nbackend b\n server s 127.0.0.1:81\nEOF\nraw 81 <<'EOF'\nimport socket, time\ns = socket.socket(); s.bind(('127.0.0.1', 81)); s.listen(50); time.sleep(100)\nEOF\nhaproxy -D -f /etc/haproxy/haproxy.cfg; sleep 1; for i in 1 2 3 4 5 6 7 8; do call -m 40 http://www.example.com/ & done; sleep 1`,
    symptoms: ['proxy-ceiling-reached', 'local-silent'],
    tools: ['haproxy'],
  },
  {
    name: 'a socket of PHP-FPM that is gone',
    setup: `site 'location / { include fastcgi_params; fastcgi_pass unix:/run/php/none.sock; }'; ${serve}`,
    symptoms: ['upstream-refused-logged'],
  },
];
