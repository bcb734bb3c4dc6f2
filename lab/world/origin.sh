#!/bin/sh
# Process 1 of the origin: the machine's own file system with a throw-away layer in memory over it.
# Environment: LAB_DIR (the lab's folder), LAB_PKI (certificates), LAB_NODE (program that runs Node scripts).
set -eu
box=/run/origin
mount -t tmpfs -o mode=755,size=1g box "$box"
mkdir -p "$box/upper" "$box/work" "$box/root"
mount -t overlay origin -o "lowerdir=/,upperdir=$box/upper,workdir=$box/work" "$box/root"
root=$box/root
mount -t proc proc "$root/proc"
mount -t sysfs sysfs "$root/sys"
mount --rbind /dev "$root/dev"
# /dev is bound from outside: what programs write to shared memory and devices' folders stays inside.
mount -t tmpfs shm "$root/dev/shm"
for folder in /run /tmp /root /var/log; do mount -t tmpfs -o mode=755 tmp "$root$folder"; done
chmod 1777 "$root/tmp"
mkdir -p "$root/run/lock" "$root/run/php" "$root/run/fail2ban" "$root/run/haproxy" "$root/run/mysqld" \
  "$root/var/log/nginx" "$root/var/log/apache2" "$root/var/log/mysql" "$root/var/log/fail2ban"
chown mysql: "$root/run/mysqld" 2>/dev/null || true
rm -f "$root/var/lib/fail2ban/fail2ban.sqlite3"
for program in systemctl certbot raw; do install -m 755 "$LAB_DIR/world/origin/$program" "$root/usr/local/bin/$program"; done
rm -f "$root/usr/local/bin/node"
: >"$root/usr/local/bin/node"
mount --bind "$LAB_NODE" "$root/usr/local/bin/node"
mkdir -p "$root/etc/ssl/lab" "$root/etc/ssl/private" "$root/etc/letsencrypt/live/www.example.com"
cp "$LAB_PKI"/*.pem "$LAB_PKI"/*.key "$root/etc/ssl/lab/"
cp "$LAB_PKI/good.pem" "$root/etc/ssl/example.com.pem"
cp "$LAB_PKI/good.key" "$root/etc/ssl/private/example.com.key"
live=$root/etc/letsencrypt/live/www.example.com
cp "$LAB_PKI/good.pem" "$live/fullchain.pem"
cp "$LAB_PKI/good.key" "$live/privkey.pem"
cp "$LAB_PKI/leaf-only.pem" "$live/cert.pem"
cp "$LAB_PKI/intermediate.pem" "$live/chain.pem"
hostname origin
# No resolver answers in here; without these lines each look-up of the own name would wait for one.
printf '127.0.0.1 localhost\n127.0.1.1 origin\n::1 localhost\n' >"$root/etc/hosts"
rm -f "$root/etc/resolv.conf"
: >"$root/etc/resolv.conf"
exec chroot "$root" sh -c 'echo ready >/run/lab-ready; sleep infinity & while :; do wait; done'
