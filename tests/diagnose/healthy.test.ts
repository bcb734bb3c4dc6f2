import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { lacking, type Report, reportIn, runIn } from './world.ts';

const { knowledge } = loadKnowledge(fileURLToPath(new URL('../../content', import.meta.url)), '2026-11-21');
const accused = (report: Report): string[] =>
  report.symptoms
    .filter(({ id }) => knowledge?.symptoms.get(id)?.kind !== 'healthy')
    .map(({ id, evidence }) => `${id}: ${evidence}`);

const serve = 'start; call; call';
const lists = (command: string): string => `. <(grep '^CF_V' /usr/local/lib/diagnose.sh); ${command}`;
const each = (accept: string): string =>
  lists(`for range in $CF_V4; do iptables ${accept}; done; for range in $CF_V6; do ip6tables ${accept}; done`);

/** Set-ups that answer Cloudflare well, whatever guides say of some of them. */
const CONTROLS: readonly { name: string; setup: string; tools?: readonly string[]; args?: readonly string[] }[] = [
  { name: 'a healthy origin', setup: serve },
  { name: 'keep-alive off', setup: `site "$hello keepalive_timeout 0;"; ${serve}` },
  { name: 'port 443 only', setup: `listen_both='listen 443 ssl; listen [::]:443 ssl;'; site "$hello"; ${serve}` },
  { name: 'no IPv6 in the server', setup: `listen_both='listen 80; listen 443 ssl;'; site "$hello"; ${serve}` },
  {
    name: 'one frozen worker of four',
    setup: `sed -i 's/worker_processes.*/worker_processes 4;/' /etc/nginx/nginx.conf; ${serve}; kill -STOP $(pgrep -f '[n]ginx: worker' | head -n 1)`,
  },
  {
    name: 'SYN flood with cookies',
    setup: `echo 1 >/proc/sys/net/ipv4/tcp_syncookies; ${serve}; on_edge timeout 40 hping3 -q -i u5000 --rand-source -S -p 443 198.51.100.10 >/dev/null 2>&1 &\nsleep 1`,
    tools: ['hping3'],
  },
  { name: 'TLS 1.0 only', setup: `site "$hello ssl_protocols TLSv1; ssl_ciphers ALL:@SECLEVEL=0;"; ${serve}` },
  {
    name: 'an Origin CA certificate',
    setup: `authority cfca '/C=US/O=CloudFlare, Inc./OU=CloudFlare Origin SSL Certificate Authority'; certificate cf www.example.com 90 cfca; CERT=/etc/tls/cf.pem KEY=/etc/tls/cf.key site "$hello"; ${serve}`,
  },
  {
    name: 'a whole list in iptables',
    setup: `${serve}; ${each('-A INPUT -s $range -p tcp -m multiport --dports 80,443 -j ACCEPT')}; ipt -A INPUT -i lo -j ACCEPT; ipt -A INPUT -p tcp -m multiport --dports 80,443 -j DROP`,
    tools: ['iptables'],
  },
  {
    name: 'a whole list in nftables',
    setup: `${serve}; ${lists(`nft "table inet f { set a { type ipv4_addr; flags interval; elements = { $(echo $CF_V4 | tr ' ' ,) } }; set b { type ipv6_addr; flags interval; elements = { $(echo $CF_V6 | tr ' ' ,) } }; chain in { type filter hook input priority 0; policy drop; ct state vmap { established : accept, related : accept, invalid : drop }; iif lo accept; meta l4proto { icmp, ipv6-icmp } accept; ip saddr @a tcp dport { 80, 443 } counter accept; ip6 saddr @b tcp dport { 80, 443 } accept; reject with icmpx admin-prohibited; } }"`)}`,
    tools: ['nft'],
  },
  {
    name: 'ufw that lets Cloudflare in',
    setup: `${serve}; ${lists('for range in $CF_V4 $CF_V6; do ufw allow proto tcp from $range to any port 80,443 >/dev/null; done')}; ufw --force enable >/dev/null`,
    tools: ['ufw'],
  },
  {
    name: 'bans of other addresses',
    setup: `${serve}; ipset create f2b hash:ip; for i in 1 2 3 4 5; do ipset add f2b 203.0.113.$i; done; iptables -A INPUT -m set --match-set f2b src -j DROP; iptables -A INPUT -s 198.51.100.77 -j REJECT`,
    tools: ['iptables', 'ipset'],
  },
  {
    name: 'closed SSH',
    setup: `${serve}; iptables -A INPUT -p tcp --dport 22 -m hashlimit --hashlimit-above 2/sec --hashlimit-mode srcip --hashlimit-name s -j DROP; iptables -A INPUT -p udp -j DROP`,
    tools: ['iptables'],
  },
  {
    name: 'a limit that only delays calls',
    setup: `${serve}; iptables -A INPUT -p tcp --syn --dport 443 -m hashlimit --hashlimit-above 2/sec --hashlimit-burst 5 --hashlimit-mode srcip --hashlimit-name w -j DROP`,
    tools: ['iptables'],
  },
  {
    name: 'a client certificate demanded, which Cloudflare’s calls carry',
    setup: `site "$hello ssl_client_certificate /etc/tls/root.pem; ssl_verify_client on;"; start; for i in 1 2; do call --cert /etc/tls/good.pem --key /etc/tls/good.key https://www.example.com/; done`,
  },
  {
    name: 'a name with a host and certificate of its own beside the default one',
    setup: `certificate other www.example.org 90; printf 'server { listen 443 ssl default_server; server_name www.example.org; ssl_certificate /etc/tls/other.pem; ssl_certificate_key /etc/tls/other.key; }' >/etc/nginx/conf.d/other.conf; listen_both='listen 80; listen 443 ssl;'; site "$hello"; ${serve}`,
  },
  {
    name: 'old trouble in the logs',
    setup: `printf '2020/01/01 00:00:00 [alert] 1#1: 512 worker_connections are not enough\\n2020/01/01 00:00:01 [error] 1#1: *1 upstream timed out (110: Connection timed out)\\n' >/var/log/nginx/error.log; ${serve}`,
  },
];

describe.concurrent('accuses nobody', () => {
  for (const { name, setup, tools = [] } of CONTROLS) {
    for (const args of tools.length > 0 && !tools.includes('hping3') ? [[], ['--replay']] : [[]]) {
      const missing = lacking(['nginx', 'openssl', 'curl', 'ip', 'dash', ...tools]);
      const title = [name, ...args].join(' ');
      it.skipIf(missing.length > 0)(
        missing.length > 0 ? `${title} (skipped: ${missing.join(', ')})` : title,
        async () => {
          const report = await reportIn(setup, args);
          expect(accused(report)).toEqual([]);
          expect(report.checks.filter(({ status }) => status === 'wrong')).toEqual([]);
          expect(report.outside).toBe(true);
        },
      );
    }
  }

  const missing = lacking(['nginx', 'busybox', 'dash']);
  for (const shell of ['dash', 'bash', 'busybox sh']) {
    it.skipIf(missing.length > 0)(`under ${shell}, in words`, async () => {
      const { output, errors, status } = await runIn(serve, { shell, args: [] });
      expect(status).toBe(0);
      expect(errors).toBe('');
      expect(output).toMatch(/^52x-diagnose 1 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n/);
      expect(output).toMatch(/^\[ok\] Port 443: a service listens/m);
      expect(output).toMatch(/^symptom local-ok: /m);
      expect(output).toMatch(/^outside this host: /m);
      expect(output.trimEnd()).toMatch(/\/troubleshoot\/$/);
      expect(output).not.toMatch(/^\[wrong\]/m);
    });
  }
});

it('ships readable text only', () => {
  const bytes = readFileSync(fileURLToPath(new URL('../../public/diagnose.sh', import.meta.url)), 'latin1');
  expect(/[^\n -~·]/.exec(bytes.replaceAll('Â·', '·'))).toBeNull();
});
