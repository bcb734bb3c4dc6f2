import type { CheckedInput } from '../model.ts';
import { kept, type LoaderShell } from './script.ts';

/** The rule without its action and range. */
export interface UfwRule {
  /** Stands between `allow` and `from`. */
  readonly before: string;
  /** Stands after the range. */
  readonly after: string;
}

/** Adds what is new first, and removes what is gone only when every addition has worked. */
export function ufwLoader(rule: UfwRule, input: CheckedInput): LoaderShell {
  const words = `${rule.before} "$range" ${rule.after}`;
  return {
    load: [
      'load() {',
      '  sort "$1" "$2" >"$work/new" || return 1',
      '  : >"$work/old"',
      `  if ${kept(input)}; then sort "$state/ipv4" "$state/ipv6" >"$work/old" || return 1; fi`,
      '  comm -13 "$work/old" "$work/new" >"$work/added" || return 1',
      '  comm -23 "$work/old" "$work/new" >"$work/gone" || return 1',
      '  while read -r range; do',
      `    ufw prepend allow ${words} comment Cloudflare </dev/null || return 1`,
      '  done <"$work/added"',
      '  while read -r range; do',
      `    ufw delete allow ${words} </dev/null || return 1`,
      '  done <"$work/gone"',
      '}',
    ],
  };
}
