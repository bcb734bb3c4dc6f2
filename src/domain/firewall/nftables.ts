import { changesTraffic, configures, looks } from './command.ts';
import type { Bundle, CheckedInput, Generated } from './model.ts';
import { ADDS_ONLY, familyNote, ONE_WRITER, SHUTS_OTHERS } from './notes.ts';
import { allowText, guardText, SETS } from './nftables-text.ts';
import { refreshBundle } from './refresh/bundle.ts';
import { nftablesLoader } from './refresh/nftables-loader.ts';

const FILE = '/etc/nftables.d/cloudflare.nft';
const GUARD = 'inet web_guard';
const OTHER = 'inet filter';

/** What the unit of the distribution reads at a start: Red Hat's family names another file than Debian and Ubuntu. */
const MAIN = { debian: '/etc/nftables.conf', redHat: '/etc/sysconfig/nftables.conf' } as const;

/** Debian 12 ships the unit switched off. */
const AT_START = `At a start the service reads \`${MAIN.debian}\` on Debian and Ubuntu and \`${MAIN.redHat}\` on Red Hat’s family, and only while it is enabled. The commands take the file that is there; elsewhere \`systemctl cat nftables\` names it. A \`flush ruleset\` in it also removes what iptables-persistent, Docker or fail2ban have loaded: leave the service off beside them.`;
const DOCKER = 'Ports that Docker publishes are forwarded: they do not pass through this chain.';

function persist(
  table: string,
  { families: [first = 'ipv4'] }: CheckedInput,
  ...more: string[]
): ReturnType<typeof configures> {
  const lines = [`'include "${FILE}"'`, ...more, `'include "/etc/nftables.d/cloudflare.ranges*.nft"'`];
  return configures(
    'Keep it across a restart',
    `main=${MAIN.redHat}; [ -e "$main" ] || main=${MAIN.debian}`,
    `nft list set ${table} ${SETS[first]} >/dev/null && { grep -qF ${FILE} "$main" ||`,
    `  printf '%s\\n' ${lines.join(' ')} >>"$main"; }`,
    'nft -c -f "$main"',
  );
}

const enable = configures('Have it read at each start', 'systemctl enable nftables');

function forget(...expressions: string[]): string[] {
  const each = [`\\|/etc/nftables.d/cloudflare|d`, ...expressions].map((expression) => `-e '${expression}'`);
  return [
    `for main in ${MAIN.debian} ${MAIN.redHat}; do`,
    `  [ ! -e "$main" ] || sed -i ${each.join(' ')} "$main"`,
    'done',
  ];
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
      enable,
    ],
    check: counters(GUARD),
    undo: [
      changesTraffic(
        'Remove the table, and its lines from the configuration',
        `nft delete table ${GUARD}`,
        ...forget(),
      ),
    ],
    notes: [
      SHUTS_OTHERS,
      'The table has no policy of its own but accept. SSH, other ports, established connections and the server’s own calls are not its business.',
      'An accept here does not save a packet that another table drops. Where a chain with drops exists, use the other way.',
      'Make the folder of the file first: `mkdir -p /etc/nftables.d`.',
      AT_START,
      DOCKER,
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
        enable,
      ],
      check: counters(OTHER),
      undo: [
        changesTraffic(
          'Remove the jump, the chain, the sets, and the lines from the configuration',
          `handle=$(nft -a list chain ${OTHER} input | sed -n 's/.*jump cloudflare # handle //p')`,
          `nft "delete rule ${OTHER} input handle $handle; delete chain ${OTHER} cloudflare;`,
          `  ${input.families.map((family) => `delete set ${OTHER} ${SETS[family]}`).join('; ')}"`,
          ...forget('/jump cloudflare$/d'),
        ),
      ],
      notes: [
        ADDS_ONLY,
        'The lines for the next start suppose that the file begins with `flush ruleset` and holds that table, as Debian’s does. Where it includes the table from another file, that line must stand above these.',
        AT_START,
        DOCKER,
        familyNote(input),
      ],
      refresh: refresh(OTHER, input),
    },
    refresh: refresh(GUARD, input),
  };
}
