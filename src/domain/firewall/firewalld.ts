import { changesTraffic, forEach, looks } from './command.ts';
import type { CheckedInput, Family, Generated } from './model.ts';
import { ADDS_ONLY, familyNote, STILL_OPEN } from './notes.ts';
import { forOwn } from './own.ts';
import { refreshBundle } from './refresh/bundle.ts';
import { fileLoader, type Target } from './refresh/file-loader.ts';
import { renderTemplate, type Template } from './template.ts';

const INET = { ipv4: 'inet', ipv6: 'inet6' } as const;
const SET = { ipv4: 'cloudflare4', ipv6: 'cloudflare6' } as const;

function setTemplate(each: Family): Template {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<ipset type="hash:net">',
    `  <option name="family" value="${INET[each]}"/>`,
    { each, before: '  <entry>', after: '</entry>' },
    '</ipset>',
  ];
}

const targets = ({ families }: CheckedInput): Target[] =>
  families.map((family) => ({
    path: `/etc/firewalld/ipsets/${SET[family]}.xml`,
    template: setTemplate(family),
  }));

const add = (option: string, who: string): string =>
  `firewall-cmd --permanent --zone="$zone" --${option}="rule priority=-100 ${who} port port=$port protocol=tcp accept"`;

/** The zone of the interface named, else of that of the default route; the default zone takes what is bound to none. */
const zoneOf = (name: string | undefined): string[] => [
  ...(name === undefined
    ? [
        "nic=$({ ip route show default; ip -6 route show default; } | sed -n 's/^default .*dev \\([^ ]*\\).*/\\1/p' | head -n 1)",
      ]
    : []),
  `zone=$(firewall-cmd --get-zone-of-interface="${name ?? '$nic'}" 2>/dev/null) || zone=$(firewall-cmd --get-default-zone)`,
  'echo "zone: $zone"',
];

/** firewalld: two sets as files, and rich rules in the zone that receives the visitors. */
export function firewalld(input: CheckedInput): Generated {
  const zone = zoneOf(input.interface);
  const rules = (option: string): string[] => [
    ...forEach(
      'port',
      input.ports.map(String),
      input.families.map((family) => add(option, `family=${family} source ipset=${SET[family]}`)),
    ),
    ...forOwn(input, ({ family, range, ports }) =>
      forEach('port', ports.map(String), [add(option, `family=${family} source address=${range}`)]).join('\n'),
    ),
  ];
  const files = targets(input);
  return {
    files: files.map(({ path, template }) => ({
      path,
      purpose: 'A set of ranges',
      lang: 'xml',
      text: renderTemplate(template, input),
    })),
    apply: [
      looks('Test the files: nothing is loaded', 'firewall-cmd --check-config'),
      changesTraffic(
        'Load the sets, then the rules',
        'firewall-cmd --reload',
        ...zone,
        ...rules('add-rich-rule'),
        'firewall-cmd --reload',
      ),
    ],
    check: [
      looks(
        'Rules and sets in force',
        ...zone,
        'firewall-cmd --get-active-zones',
        'firewall-cmd --zone="$zone" --list-rich-rules',
        ...input.families.map((family) => `firewall-cmd --ipset=${SET[family]} --get-entries | wc -l`),
      ),
    ],
    undo: [
      changesTraffic(
        'Remove the rules, then the sets, unless a zone still names them',
        ...zone,
        ...rules('remove-rich-rule'),
        `! grep -rl --include='*.xml' 'ipset="cloudflare' /etc/firewalld/zones && rm ${files.map(({ path }) => path).join(' ')}`,
        'firewall-cmd --reload',
      ),
    ],
    notes: [
      ADDS_ONLY,
      STILL_OPEN,
      familyNote(input),
      `The rules go into the zone of ${input.interface === undefined ? 'the interface of the default route' : `\`${input.interface}\``}. Where visitors come in by another, write \`zone=NAME\` instead, in all three places.`,
      'A reload keeps established connections; never use `--complete-reload`, which does not. It discards changes that were made without `--permanent`, such as bans of fail2ban; so does the timer.',
      'Priority -100 puts the rules before others of the zone; firewalld 0.6 and older know no `priority`: leave `priority=-100` out there. An address that is bound to another zone is judged there.',
    ],
    refresh: refreshBundle({
      id: 'firewalld',
      title: 'firewalld',
      input,
      shell: fileLoader({ targets: files, test: 'firewall-cmd --check-config', reload: 'firewall-cmd --reload' }),
    }),
  };
}
