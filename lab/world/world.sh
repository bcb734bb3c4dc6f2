#!/bin/sh
# Process 1 of a world: builds its network inside namespaces that are already its own, then waits to be killed.
# Environment: LAB_NEIGHBOUR (milliseconds between two neighbour requests of the router), LAB_DIR, LAB_PKI, LAB_NODE.
set -eu
mount -t tmpfs -o mode=755 run /run
# Only the origin may write, and only into its own layer.
mount -o remount,bind,ro /
mkdir -p /run/netns /run/origin
ip netns add edge
ip netns add origin
quiet() { "$@" >/dev/null; }
for ns in '' 'ip netns exec edge' 'ip netns exec origin'; do
  # Duplicate address detection would keep every IPv6 address silent for a second.
  quiet $ns sysctl -q -w net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.all.disable_ipv6=0 net.ipv6.conf.default.disable_ipv6=0
  $ns ip link set lo up
done
quiet sysctl -q -w net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1 net.ipv4.icmp_ratelimit=0 net.ipv6.icmp.ratelimit=0
ip link add edge0 type veth peer name eth0 netns edge
ip link add origin0 type veth peer name eth0 netns origin
ip addr add 172.68.10.254/24 dev edge0
ip addr add 2400:cb00:48::1/64 dev edge0 nodad
ip addr add 203.0.113.1/24 dev origin0
ip addr add 2001:db8::1/64 dev origin0 nodad
ip link set edge0 up
ip link set origin0 up
quiet sysctl -q -w "net.ipv4.neigh.origin0.retrans_time_ms=$LAB_NEIGHBOUR" "net.ipv6.neigh.origin0.retrans_time_ms=$LAB_NEIGHBOUR"
for address in 162.158.10.10 173.245.48.10 198.51.100.9; do ip route add "$address/32" dev edge0; done
ip netns exec edge sh -eu <<'EDGE'
ip addr add 172.68.10.1/24 dev eth0
for address in 162.158.10.10 173.245.48.10 198.51.100.9; do ip addr add "$address/32" dev eth0; done
ip addr add 2400:cb00:48::10/64 dev eth0 nodad
ip link set eth0 up
ip route add default via 172.68.10.254
ip -6 route add default via 2400:cb00:48::1
EDGE
ip netns exec origin sh -eu <<'ORIGIN'
ip addr add 203.0.113.10/24 dev eth0
ip addr add 2001:db8::10/64 dev eth0 nodad
ip link set eth0 up
ip route add default via 203.0.113.1
ip -6 route add default via 2001:db8::1
ORIGIN
ip netns exec origin unshare --mount --pid --uts --ipc --fork --kill-child sh "$LAB_DIR/world/origin.sh" &
sleep infinity &
# Process 1 reaps what its children leave behind; a plain exec would keep zombies.
while :; do wait; done
