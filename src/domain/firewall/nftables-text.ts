import type { CheckedInput } from './model.ts';
import { forOwn } from './own.ts';

/** Names of the two sets. */
export const SETS = { ipv4: 'cloudflare4', ipv6: 'cloudflare6' } as const;

const TYPE = { ipv4: 'ipv4_addr', ipv6: 'ipv6_addr' } as const;
const FAMILY_KEY = { ipv4: 'ip', ipv6: 'ip6' } as const;

function accepts(input: CheckedInput): string[] {
  const on = input.interface === undefined ? '' : `iifname "${input.interface}" `;
  return input.families.map(
    (family) =>
      `${on}tcp dport { ${input.ports.join(', ')} } ${FAMILY_KEY[family]} saddr @${SETS[family]} counter accept`,
  );
}

const ownAccepts = (input: CheckedInput): string[] =>
  forOwn(
    input,
    ({ family, range, ports }) =>
      `tcp dport { ${ports.join(', ')} } ${FAMILY_KEY[family]} saddr ${range} counter accept comment "own address"`,
  );

const elements = (ranges: readonly string[], indent: string): string =>
  ranges.map((range) => `${indent}${range},`).join('\n');

function setBlock(family: 'ipv4' | 'ipv6', input: CheckedInput): string {
  return `  set ${SETS[family]} {
    type ${TYPE[family]}
    flags interval
    auto-merge
    elements = {
${elements(input[family], '      ')}
    }
  }`;
}

/** A table that can be loaded again and again: it replaces itself in one step and nothing else. */
export function guardText(table: string, input: CheckedInput): string {
  const on = input.interface === undefined ? '' : `iifname "${input.interface}" `;
  const [only] = input.families;
  const of = input.families.length > 1 || only === undefined ? '' : `meta nfproto ${only} `;
  return `#!/usr/sbin/nft -f
table ${table}
delete table ${table}
table ${table} {
${input.families.map((family) => setBlock(family, input)).join('\n')}
  chain input {
    type filter hook input priority filter - 5; policy accept;
    ct state established,related accept
    iif lo accept
${[...ownAccepts(input), ...accepts(input)].map((rule) => `    ${rule}`).join('\n')}
    ${on}${of}tcp dport { ${input.ports.join(', ')} } counter drop
  }
}
`;
}

/** Sets and a chain inside a table that exists; loading it twice changes nothing. */
export function allowText(table: string, input: CheckedInput): string {
  const sets = input.families.map(
    (family) => `add set ${table} ${SETS[family]} { type ${TYPE[family]}; flags interval; auto-merge; }
flush set ${table} ${SETS[family]}
add element ${table} ${SETS[family]} {
${elements(input[family], '  ')}
}`,
  );
  const rules = [...ownAccepts(input), ...accepts(input)].map((rule) => `add rule ${table} cloudflare ${rule}`);
  return `#!/usr/sbin/nft -f
${sets.join('\n')}
add chain ${table} cloudflare
flush chain ${table} cloudflare
${rules.join('\n')}
`;
}
