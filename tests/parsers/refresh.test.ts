import { describe, expect, it } from 'vitest';
import { PLATFORM_GENERATORS } from '../../src/domain/firewall/registry.ts';
import { generatedFor, generatorFor, INPUT, placed, refreshScript } from './generated.ts';
import { CHANGED, CURL, LISTS, onBench } from './refresh-bench.ts';
import { BAD, html } from './refresh-lists.ts';
import { inSandbox, run, withFiles } from '../../src/knowledge/parsers/sandbox.ts';
import { parserTest } from './parser-test.ts';

const LOCAL = PLATFORM_GENERATORS.filter(({ kind }) => kind !== 'cloud').map(({ id }) => id);
const LAST: Readonly<Record<string, string>> = {
  ufw: 'ufw',
  iptables: 'ip6tables-restore',
  nftables: 'nft',
  firewalld: 'firewall-cmd',
  csf: 'csf',
  fail2ban: 'fail2ban-client',
  nginx: 'nginx',
  apache: 'apachectl',
  haproxy: 'haproxy',
};

describe.each(LOCAL)('%s', (id) => {
  it('loads a list once, then only when it has changed', () => {
    onBench(id, ({ refresh }) => {
      expect(refresh(LISTS)).toMatchObject({
        status: 0,
        output: `cloudflare-${id}: loaded 15 IPv4 and 7 IPv6 ranges\n`,
      });
      const again = refresh({
        v4: `${LISTS.v4.replaceAll('\n', '\r\n')}\r\n`,
        v6: [...INPUT.ipv6].reverse().join('\n'),
      });
      expect(again).toMatchObject({ status: 0, output: `cloudflare-${id}: unchanged\n` });
      expect(again.calls.replaceAll(/^ip6?tables -w -C .*\n/gm, '')).toBe('');
      const changed = refresh(CHANGED);
      expect(changed.status).toBe(0);
      expect(changed.calls).not.toBe('');
    });
  });

  it('keeps the old list when the platform refuses the new one', () => {
    onBench(id, ({ refresh, read }) => {
      refresh(LISTS);
      const paths = placed(generatedFor(id).files).map(({ path }) => path);
      const before = paths.map(read);
      const { status, output } = refresh(CHANGED, LAST[id]);
      expect(status).toBe(1);
      expect(output).toContain('the old list stays in force');
      expect(paths.map(read)).toEqual(before);
      expect(refresh(LISTS)).toMatchObject({ status: 0, output: `cloudflare-${id}: unchanged\n` });
    });
  });

  it('asks for one list only when one family is chosen, and keeps the own address', () => {
    const choice = { ...INPUT, families: ['ipv4'], own: '192.0.2.7' } as const;
    onBench(
      id,
      ({ refresh, read }) => {
        expect(refresh({ v4: LISTS.v4 })).toMatchObject({
          status: 0,
          output: `cloudflare-${id}: loaded 15 IPv4 and 0 IPv6 ranges\n`,
        });
        expect(refresh({ v4: LISTS.v4 })).toMatchObject({ status: 0, output: `cloudflare-${id}: unchanged\n` });
        const { status, calls } = refresh({ v4: CHANGED.v4 });
        expect({ status, v6: calls.includes('ip6tables') }).toEqual({ status: 0, v6: false });
        const expected = generatorFor(id).generate({ ...choice, ipv4: CHANGED.v4.split('\n').sort() });
        for (const { path, text } of placed(expected.files))
          if (!['iptables', 'nftables'].includes(id)) expect(read(path)).toBe(text);
      },
      choice,
    );
  });

  it('writes the same file as the generator, for the new list', () => {
    if (!['firewalld', 'csf', 'fail2ban', 'nginx', 'apache', 'haproxy'].includes(id)) return;
    onBench(id, ({ refresh, read }) => {
      refresh(CHANGED);
      const sorted = (list: string): string[] => list.trim().split('\n').sort();
      const platform = PLATFORM_GENERATORS.find((entry) => entry.id === id);
      const expected = platform?.generate({ ipv4: sorted(CHANGED.v4), ipv6: sorted(CHANGED.v6), ports: INPUT.ports });
      for (const { path, text } of placed(expected?.files ?? [])) expect(read(path)).toBe(text);
    });
  });
});

describe('a list that is not to be trusted changes nothing', () => {
  it.each(BAD)('%s', (_, lists) => {
    onBench('nginx', ({ refresh, read }) => {
      refresh(LISTS);
      const before = read('/etc/nginx/conf.d/cloudflare-ranges.conf');
      const { status, output, calls } = refresh(lists);
      expect({ status, calls }).toEqual({ status: 1, calls: '' });
      expect(output).toContain('the old list stays in force');
      expect(read('/etc/nginx/conf.d/cloudflare-ranges.conf')).toBe(before);
      expect(read('/var/lib/cloudflare-nginx/ipv4').trim().split('\n').sort()).toEqual([...INPUT.ipv4].sort());
    });
  });
});

describe('with the real programs', () => {
  const fresh = (id: string, setUp: string, look: string): string => {
    const { files, refresh } = generatedFor(id);
    const all = [
      ...placed(files),
      ...placed(refresh?.files ?? []),
      { path: '/usr/local/sbin/curl', text: CURL, mode: '0755' },
    ];
    const lists = [
      { path: '/etc/new/ips-v4', text: CHANGED.v4 },
      { path: '/etc/new/ips-v6', text: CHANGED.v6 },
      { path: '/etc/bad/ips-v4', text: html },
    ];
    const call = (name: string): string => `LISTS=/etc/${name} cloudflare-${id} 2>/dev/null; echo "status $?"; ${look}`;
    return inSandbox(
      [...all, ...lists],
      `mkdir -p /etc/nftables.d\n${setUp}\n${call('new')}\n${call('bad')}\n${call('new')}`,
    ).output;
  };

  parserTest('nftables', { tools: ['nft'], sandbox: true }, () => {
    const output = fresh(
      'nftables',
      'nft -f /etc/nftables.d/cloudflare.nft',
      `nft list ruleset | grep -c -e 203.0.113.0/24 -e 173.245.48.0/20`,
    );
    expect(output).toMatch(
      /loaded 15 IPv4 and 7 IPv6 ranges\nstatus 0\n1\n[^]*status 1\n1\n[^]*unchanged\nstatus 0\n1\n$/,
    );
  });

  parserTest(
    'iptables, also after a restart has wiped the rules out',
    { tools: ['iptables', 'ip6tables'], sandbox: true },
    () => {
      const look = `iptables -S | grep -c -e 203.0.113.0/24 -e 173.245.48.0/20 -e multiport; ip6tables -S CLOUDFLARE | wc -l; iptables -F; iptables -X; ip6tables -F; ip6tables -X`;
      expect(fresh('iptables', '', look)).toMatch(
        /loaded 15 IPv4 and 7 IPv6 ranges\nstatus 0\n2\n8\n[^]*status 1\n2\n8\n[^]*unchanged\nstatus 0\n2\n8\n$/,
      );
    },
  );

  parserTest('ufw', { tools: ['ufw'], sandbox: true }, () => {
    const output = fresh('ufw', 'ufw --force enable >/dev/null', 'ufw status | grep -c Cloudflare');
    expect(output).toMatch(
      /loaded 15 IPv4 and 7 IPv6 ranges\nstatus 0\n22\n[^]*status 1\n22\n[^]*unchanged\nstatus 0\n22\n$/,
    );
  });
});

const AWKS = ['mawk', 'gawk', 'busybox awk', 'original-awk'];
describe.each(AWKS)('the checks in %s', (awk) => {
  parserTest('pass the real lists and refuse the others', { tools: [awk.split(' ')[0] ?? ''] }, () => {
    const text = refreshScript(generatedFor('csf')).text;
    const checks = text.slice(text.indexOf('check4()'), text.indexOf('render1()'));
    const judge = (lists: { v4?: string; v6?: string }): boolean =>
      withFiles(
        [
          { path: '4', text: lists.v4 ?? '' },
          { path: '6', text: lists.v6 ?? '' },
        ],
        (folder) =>
          run(['sh', '-s'], `awk() { ${awk} "$@"; }\n${checks}\ncheck4 8 ${folder}/4 && check6 4 ${folder}/6`)
            .status === 0,
      );
    expect(judge(LISTS)).toBe(true);
    expect(judge({ v4: LISTS.v4, v6: `${LISTS.v6}2001:db8:1:2:3:4:5:6/128\n2a00:1::2:3/128\n2001:0db8::/32` })).toBe(
      true,
    );
    expect(BAD.filter(([, lists]) => judge(lists)).map(([name]) => name)).toEqual([]);
  });
});
