/** The real program that reads a platform's output in tests/parsers, by platform; absent where none could be run. */
export const READ_BY: Readonly<Record<string, string>> = {
  ufw: 'ufw --dry-run',
  iptables: 'iptables-restore --test',
  nftables: 'nft -c -f',
  firewalld: 'firewall-cmd --check-config',
  fail2ban: 'fail2ban-client -t',
  nginx: 'nginx -t',
  apache: 'apachectl -t',
  haproxy: 'haproxy -c',
  aws: 'aws --generate-cli-skeleton',
};
