import { changesTraffic, configures, looks } from './command.ts';
import type { Bundle, CheckedInput, Generated } from './model.ts';
import { ADDS_ONLY, familyNote, ONE_WRITER } from './notes.ts';
import { allowText, guardText, SETS } from './nftables-text.ts';
import { refreshBundle } from './refresh/bundle.ts';
import { nftablesLoader } from './refresh/nftables-loader.ts';

const FILE = '/etc/nftables.d/cloudflare.nft';
const GUARD = 'inet web_guard';
const OTHER = 'inet filter';

/** Debian 12 ships the unit switched off. */
const AT_START =
  '`/etc/nftables.conf` is read at a start only while its service is enabled: `systemctl enable nftables`.';

function persist(
  table: string,
  { families: [first = 'ipv4'] }: CheckedInput,
  ...more: string[]
): ReturnType<typeof configures> {
  const lines = [`'include "${FILE}"'`, ...more, `'include "/etc/nftables.d/cloudflare.ranges*.nft"'`];
  return configures(
    'Keep it across a restart',
    `nft list set ${table} ${SETS[first]} >/dev/null && { grep -qF ${FILE} /etc/nftables.conf ||`,
    `  printf '%s\\n' ${lines.join(' ')} >>/etc/nftables.conf; }`,
    'nft -c -f /etc/nftables.conf',
  );
}

const test = looks('Test the file: nothing is loaded', `nft -c -f ${FILE} && echo fine`);
const counters = (table: string): Bundle['check'] => [
  looks('Counters grow while visitors reload', `nft list table ${table}`),
];
const refresh = (table: string, input: CheckedInput): Bundle =>
  refreshBundle({ id: 'nftables', title: 'nftables', input, shell: nftablesLoader(table, input) });

/** nftables: a table of its own that closes the web ports to all others, or rules for a chain that already filters. */
export function nftables(input: CheckedInput): Generated {
  return {
    files: [{ path: FILE, purpose: 'A complete table', lang: 'nft', text: guardText(GUARD, input) }],
    apply: [
      test,
      changesTraffic(
        'Load it with a safety net: unless you cancel, it goes away after five minutes',
        `nft -f ${FILE}`,
        `nohup sh -c 'sleep 300; nft delete table ${GUARD}' >/dev/null 2>&1 &`,
        'echo "cancel with: kill $!"',
      ),
      persist(GUARD, input),
    ],
    check: counters(GUARD),
    undo: [
      changesTraffic(
        'Remove the table, and its lines from the configuration',
        `nft delete table ${GUARD}`,
        `sed -i '\\|/etc/nftables.d/cloudflare|d' /etc/nftables.conf`,
      ),
    ],
    notes: [
      'The table has no policy of its own but accept. It drops new connections to the named ports from anywhere but Cloudflare; SSH, other ports, established connections and the server’s own calls are not its business.',
      'An accept here does not save a packet that another table drops. Where a chain with drops exists, use the other way.',
      'Make the folder of the file first: `mkdir -p /etc/nftables.d`.',
      AT_START,
      familyNote(input),
      ONE_WRITER,
    ],
    alternative: {
      when: 'A table with a dropping chain exists. Replace `inet filter` and `input` by the names that `nft list ruleset` shows.',
      files: [
        {
          path: FILE,
          purpose: 'Sets and a chain inside the existing table',
          lang: 'nft',
          text: allowText(OTHER, input),
        },
      ],
      apply: [
        test,
        changesTraffic(
          'Load it, then put the jump at the top of the chain unless it is there',
          `nft -f ${FILE} &&`,
          `  { nft list chain ${OTHER} input | grep -q 'jump cloudflare' || nft insert rule ${OTHER} input jump cloudflare; }`,
        ),
        persist(OTHER, input, `'insert rule ${OTHER} input jump cloudflare'`),
      ],
      check: counters(OTHER),
      undo: [
        changesTraffic(
          'Remove the jump, the chain, the sets, and the lines from the configuration',
          `handle=$(nft -a list chain ${OTHER} input | sed -n 's/.*jump cloudflare # handle //p')`,
          `nft "delete rule ${OTHER} input handle $handle; delete chain ${OTHER} cloudflare;`,
          `  ${input.families.map((family) => `delete set ${OTHER} ${SETS[family]}`).join('; ')}"`,
          `sed -i -e '\\|/etc/nftables.d/cloudflare|d' -e '/jump cloudflare$/d' /etc/nftables.conf`,
        ),
      ],
      notes: [
        ADDS_ONLY,
        'The lines for the next start suppose that `/etc/nftables.conf` begins with `flush ruleset` and holds that table, as Debian’s does.',
        AT_START,
        familyNote(input),
      ],
      refresh: refresh(OTHER, input),
    },
    refresh: refresh(GUARD, input),
  };
}
