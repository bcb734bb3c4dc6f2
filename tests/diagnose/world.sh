# A small origin in namespaces of its own; read by world.ts, which starts it with: unshare … bash -s SCRIPT
set -u
export PATH=/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin
script=$1
exec 8<"$script"
box=$(mktemp -d)
mount -t tmpfs box "$box"
for folder in /etc /var /usr/local /root; do
  name=${folder//\//_}
  mkdir -p "$box/$name/upper" "$box/$name/work"
  mount -t overlay layer -o "lowerdir=$folder,upperdir=$box/$name/upper,workdir=$box/$name/work" "$folder"
done
mount -t tmpfs run /run
mkdir -p /run/php /run/lock /run/fail2ban
mount -t tmpfs -o mode=1777 tmp /tmp
cat <&8 >/usr/local/lib/diagnose.sh
exec 8<&-
rm -rf /var/log/nginx/* /var/log/apache2/* /var/log/php* /var/log/fail2ban.log /var/log/haproxy.log /var/log/letsencrypt /etc/letsencrypt
hostname www
cd /

unshare -n sleep 110 &
edge=$!
until [ "$(readlink /proc/$edge/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.02; done
on_edge() { nsenter -t $edge -n "$@"; }
ip link set lo up
ip link add eth0 type veth peer name edge0 netns $edge
ip link set eth0 up
echo 0 >/proc/sys/net/ipv6/conf/eth0/accept_dad
ip addr add 198.51.100.10/24 dev eth0
ip -6 addr add 2001:db8:64::10/64 dev eth0 nodad
on_edge ip link set lo up
on_edge ip link set edge0 up
on_edge ip addr add 198.51.100.1/24 dev edge0
on_edge ip -6 addr add 2001:db8:64::1/64 dev edge0 nodad
for address in 173.245.48.10 162.158.10.10; do on_edge ip addr add $address/32 dev lo; done
ip route add default via 198.51.100.1
ip -6 route add default via 2001:db8:64::1

# certificate NAME HOST DAYS [AUTHORITY]: /etc/tls/NAME.pem and .key
certificate() {
  openssl req -newkey rsa:2048 -nodes -keyout "/etc/tls/$1.key" -out "/etc/tls/$1.csr" -subj "/CN=$2" 2>/dev/null
  openssl x509 -req -in "/etc/tls/$1.csr" -CA "/etc/tls/${4:-root}.pem" -CAkey "/etc/tls/${4:-root}.key" -CAcreateserial \
    -days "$3" -out "/etc/tls/$1.pem" -extfile <(printf 'subjectAltName=DNS:%s\n%s' "$2" "${EXTENSIONS:-}") 2>/dev/null
}
authority() { openssl req -x509 -newkey rsa:2048 -nodes -keyout "/etc/tls/$1.key" -out "/etc/tls/$1.pem" -subj "$2" -days 100 2>/dev/null; }
mkdir -p /etc/tls
authority root '/CN=Example Root'
cat /etc/tls/root.pem >>/etc/ssl/certs/ca-certificates.crt
cp /etc/tls/root.pem "/etc/ssl/certs/$(openssl x509 -hash -noout -in /etc/tls/root.pem).0"
certificate good www.example.com 90

listen_both='listen 80 default_server; listen [::]:80 default_server; listen 443 ssl default_server; listen [::]:443 ssl default_server;'
# site LINES: a server for www.example.com; more lines come first.
site() {
  cat >/etc/nginx/sites-enabled/default <<EOF
server { ${listen_both} server_name www.example.com; ssl_certificate ${CERT:-/etc/tls/good.pem}; ssl_certificate_key ${KEY:-/etc/tls/good.key};
$1 }
EOF
}
hello='location / { return 200 "hello\n"; }'
# listening [FILTER]: waits up to ten seconds for a service; a busy machine starts one late
listening() { for _ in $(seq 100); do ss -Hltn "$@" | grep -q . && return; sleep 0.1; done; }
start() { nginx 2>/tmp/nginx.errors; listening; }
# call [ADDRESS] [curl options]: a request as the edge would make it
call() {
  on_edge curl -qsk -m 4 --connect-timeout 2 --interface "${FROM:-173.245.48.10}" -o /dev/null --resolve www.example.com:443:198.51.100.10 \
    --resolve www.example.com:80:198.51.100.10 "${@:-https://www.example.com/}"
}
# raw PORT: a server on that port, whose program in Python is on standard input
raw() {
  cat >"/run/raw-$1.py"
  setsid python3 "/run/raw-$1.py" >/dev/null 2>&1 &
  listening "sport = :$1"
}
ipt() { iptables "$@"; ip6tables "$@"; }
site "$hello"
