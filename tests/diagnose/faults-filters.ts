import { type Fault, serve } from './fault.ts';

const ranges = (list: string, command: string): string =>
  `. <(grep '^CF_V' /usr/local/lib/diagnose.sh); for range in ${list}; do ${command}; done`;

/** Firewalls and bans. */
export const FILTER_FAULTS: readonly Fault[] = [
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
    setup: `${serve}; iptables -A INPUT -p tcp --dport 443 -m hashlimit --hashlimit-above 20/minute --hashlimit-mode srcip --hashlimit-name w -j DROP`,
    symptoms: ['rule-rate-limit'],
    tools: ['iptables'],
  },
  {
    name: 'nft meter',
    setup: `${serve}; nft 'add table inet f; add set inet f m { type ipv4_addr; flags dynamic; }; add chain inet f in { type filter hook input priority 0; }; add rule inet f in tcp dport 443 ct state new add @m { ip saddr limit rate over 20/minute } drop'`,
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
  {
    name: 'a ban by fail2ban itself',
    setup: `${serve}; printf '[DEFAULT]\\nbanaction=iptables-multiport\\n[nginx-http-auth]\\nenabled=true\\nport=http,https\\nlogpath=/var/log/nginx/error.log\\nbackend=polling\\n' >/etc/fail2ban/jail.local; rm -f /etc/fail2ban/jail.d/*; fail2ban-client start >/dev/null 2>&1; for i in $(seq 100); do fail2ban-client set nginx-http-auth banip 173.245.48.10 >/dev/null 2>&1 && break; sleep 0.2; done; sleep 1`,
    symptoms: ['ban-fail2ban'],
    tools: ['fail2ban-client', 'iptables'],
  },
  {
    name: 'a zone of firewalld without http',
    setup: `${serve}; nft 'table inet firewalld { chain filter_INPUT { type filter hook input priority filter + 10; policy accept; ct state { established, related } accept; ct status dnat accept; iifname "lo" accept; ct state invalid drop; jump filter_INPUT_ZONES; reject with icmpx admin-prohibited; }; chain filter_INPUT_ZONES { iifname "eth0" goto filter_IN_public; goto filter_IN_public; }; chain filter_IN_public { jump filter_IN_public_allow; meta l4proto { icmp, ipv6-icmp } accept; }; chain filter_IN_public_allow { tcp dport 22 accept; ip6 daddr fe80::/64 udp dport 546 accept; }; }'`,
    symptoms: ['rule-prohibited'],
    tools: ['nft'],
  },
];
