import { type CheckedInput, FAMILIES } from '../model.ts';
import { CHECK_LISTS } from './check-lists.ts';

/** What a platform adds to the common script. */
export interface LoaderShell {
  /** Shell that defines `load V4LIST V6LIST`: returns 0 when the new list is in force, otherwise the old one still is. */
  readonly load: readonly string[];
  /** Shell that succeeds when the rules are in force, for platforms that forget them at a restart. */
  readonly inForce?: string;
}

export interface RefreshPlan {
  /** Id as in content/platforms. */
  readonly id: string;
  readonly title: string;
  readonly input: CheckedInput;
  readonly shell: LoaderShell;
}

/** Shell that succeeds when a list of each family asked for was kept. */
export const kept = ({ families }: CheckedInput): string =>
  families.map((family) => `[ -s "$state/${family}" ]`).join(' && ');

/** A list that has lost more than half of its lines since this was generated is not believed. */
const least = (list: readonly string[]): number => Math.ceil(list.length / 2);

const NUMBER = { ipv4: '4', ipv6: '6' } as const;

/** Fetches, checks and sorts each list that is asked for; the other one stays empty. */
function take(input: CheckedInput): string {
  const n = input.families.map((family) => NUMBER[family]);
  return [
    ...n.map((v) => `fetch ips-v${v} "$work/fetched${v}"`),
    ...input.families.map((family) => {
      const v = NUMBER[family];
      const few = String(least(input[family]));
      return `check${v} ${few} "$work/fetched${v}" >"$work/checked${v}" || stop "ips-v${v} is not a list to trust"`;
    }),
    ...n.map((v) => `sort -u "$work/checked${v}" >"$work/ipv${v}"`),
    ...FAMILIES.filter((family) => !input.families.includes(family)).map((family) => `: >"$work/${family}"`),
  ].join('\n');
}

/**
 * The script, in POSIX sh. It ends with 0 when the lists are unchanged or the new ones are loaded, and with 1 on any failure:
 * the network, the content of a list, the platform's own test. After a failure the old list is in force.
 */
export function refreshScript(plan: RefreshPlan, name: string): string {
  const { inForce, load } = plan.shell;
  const again =
    inForce === undefined
      ? []
      : [
          '# Rules that a restart has wiped out come back from the kept lists, also without a network.',
          `if ! ${inForce} && ${kept(plan.input)}; then`,
          '  load "$state/ipv4" "$state/ipv6" || stop "the kept list was refused"',
          'fi',
          '',
        ];
  return `#!/bin/sh
# Keeps Cloudflare's addresses in ${plan.title} fresh. Run as root. To load the list anew, delete the folder below first.
set -eu
umask 022
LC_ALL=C
export LC_ALL
state=/var/lib/${name}

stop() {
  echo "${name}: $*; the old list stays in force" >&2
  exit 1
}

mkdir -p "$state"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

fetch() { # name of the list, file
  curl -fsSL --proto =https --max-time 60 --max-filesize 65536 --retry 3 -o "$2" "https://www.cloudflare.com/$1" ||
    stop "$1 could not be fetched"
}

${CHECK_LISTS}
${load.join('\n')}

${[...again, ''].join('\n').trimStart()}${take(plan.input)}

if cmp -s "$work/ipv4" "$state/ipv4" && cmp -s "$work/ipv6" "$state/ipv6"; then
  echo "${name}: unchanged"
  exit 0
fi
load "$work/ipv4" "$work/ipv6" || stop "the new list was refused"
for family in ipv4 ipv6; do
  cp "$work/$family" "$state/$family.new"
  mv "$state/$family.new" "$state/$family"
done
echo "${name}: loaded $(wc -l <"$state/ipv4") IPv4 and $(wc -l <"$state/ipv6") IPv6 ranges"
`;
}
