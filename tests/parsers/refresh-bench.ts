import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatorFor, INPUT, placed, refreshScript } from './generated.ts';
import { type Outcome, run, withFiles } from '../../src/knowledge/parsers/sandbox.ts';

/** What Cloudflare publishes, without a line end at the end of one list. */
export const LISTS = { v4: INPUT.ipv4.join('\n'), v6: `${INPUT.ipv6.join('\n')}\n` };
/** What a new list looks like: one range less, one more. */
export const CHANGED = { v4: [...INPUT.ipv4.slice(1), '203.0.113.0/24'].join('\n'), v6: LISTS.v6 };

/** Stands in for curl: hands out $LISTS/ips-v4 and ips-v6, or fails when they are not there. */
export const CURL = `#!/bin/sh
while [ $# -gt 0 ]; do
  case $1 in -o) out=$2; shift ;; https://www.cloudflare.com/*) list=\${1##*/} ;; esac
  shift
done
cp "$LISTS/$list" "$out"
`;

/** Stands in for every program that loads rules: writes down its call; says no to one of them if told to. */
const TOOL = `#!/bin/sh
name=\${0##*/}
echo "$name $*" >>"$CALLS"
[ "$name" != "$BROKEN" ] || exit 1
`;
const TOOLS = [
  'nft',
  'iptables',
  'ip6tables',
  'iptables-restore',
  'ip6tables-restore',
  'ufw',
  'firewall-cmd',
  'csf',
  'fail2ban-client',
  'nginx',
  'apachectl',
  'haproxy',
  'systemctl',
];

export interface Bench {
  /** Runs the script with what Cloudflare would answer; an absent list cannot be fetched. */
  readonly refresh: (lists: { v4?: string; v6?: string }, broken?: string) => Outcome & { readonly calls: string };
  readonly read: (path: string) => string;
}

/** The script of a platform in a folder, with programs that only pretend. */
export function onBench(id: string, use: (bench: Bench) => void, input = INPUT): void {
  const made = generatorFor(id).generate(input);
  const files = placed(made.files);
  const bin = [{ name: 'curl', text: CURL }, ...TOOLS.map((name) => ({ name, text: TOOL }))];
  withFiles(
    [
      ...bin.map(({ name, text }) => ({ path: `bin/${name}`, text, mode: '0755' })),
      ...files,
      { path: 'etc/nftables.d/x', text: '' },
    ],
    (folder) => {
      const inFolder = refreshScript(made).text.replaceAll(/\/(etc|var\/lib)\//g, `${folder}/$1/`);
      const read = (path: string): string => {
        try {
          return readFileSync(join(folder, path), 'utf8');
        } catch {
          return '';
        }
      };
      use({
        read,
        refresh: (lists, broken = '') =>
          withFiles(
            Object.entries(lists).map(([family, text]) => ({ path: `ips-${family}`, text })),
            (answers) => {
              const calls = join(answers, 'calls');
              const env = { PATH: `${folder}/bin:/usr/bin:/bin`, LISTS: answers, CALLS: calls, BROKEN: broken };
              const outcome = run(['sh', '-s'], inFolder, env);
              return { ...outcome, calls: run(['cat', calls]).status === 0 ? readFileSync(calls, 'utf8') : '' };
            },
          ),
      });
    },
  );
}
