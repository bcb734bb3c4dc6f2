import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { run } from '../world/process.ts';

/** Programs the catalogue uses, and the Debian packages that hold them. */
const PROGRAMS: Readonly<Record<string, string>> = {
  ip: 'iproute2',
  unshare: 'util-linux',
  ps: 'procps',
  nginx: 'nginx-light',
  apache2: 'apache2',
  'php-fpm8.2': 'php-fpm',
  haproxy: 'haproxy',
  dnsmasq: 'dnsmasq-base',
  iptables: 'iptables',
  nft: 'nftables',
  ipset: 'ipset',
  ufw: 'ufw',
  'fail2ban-client': 'fail2ban',
  conntrack: 'conntrack',
  tcpdump: 'tcpdump',
  hping3: 'hping3',
  openssl: 'openssl',
  curl: 'curl',
  caddy: 'caddy',
  mariadbd: 'mariadb-server',
  socat: 'socat',
  faketime: 'faketime',
  ping: 'iputils-ping',
};

const FOLDERS = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

function have(program: string): boolean {
  return FOLDERS.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Whether namespaces, an overlay and the like work here. */
async function allowsWorlds(): Promise<boolean> {
  const script =
    'mount -t tmpfs t /run && mkdir /run/u /run/w /run/m && mount -t overlay o -o lowerdir=/,upperdir=/run/u,workdir=/run/w /run/m && mkdir /run/netns && ip netns add a && ip link add lab0 type veth peer name lab1 netns a';
  const tried = await run(['unshare', '--mount', '--net', '--pid', '--fork', '--kill-child', 'sh', '-c', script]);
  return tried.status === 0;
}

/** What this machine lacks for the lab, in words; undefined when it lacks nothing. */
export async function lacking(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'root on Linux with network namespaces';
  const packages = Object.entries(PROGRAMS)
    .filter(([program]) => !have(program))
    .map(([, name]) => name);
  if (packages.length > 0) return `root on Linux with ${packages.join(', ')}`;
  return (await allowsWorlds()) ? undefined : 'root on Linux that may make network namespaces and overlay mounts';
}
