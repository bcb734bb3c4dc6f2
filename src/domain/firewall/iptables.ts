import { changesTraffic, forEach, looks } from './command.ts';
import type { CheckedInput, Family, Generated } from './model.ts';
import { ADDS_ONLY, familyNote, ONE_WRITER, STILL_OPEN } from './notes.ts';
import { forOwn, type Own } from './own.ts';
import { refreshBundle } from './refresh/bundle.ts';
import { iptablesLoader, TOOL } from './refresh/iptables-loader.ts';
import { renderTemplate, type Template } from './template.ts';

const CHAIN = 'CLOUDFLARE';

/** With --noflush, naming a chain empties that chain only; the whole file takes effect at once or not at all. */
function restoreTemplate(each: Family): Template {
  return ['*filter', `:${CHAIN} - [0:0]`, { each, before: `-A ${CHAIN} -s `, after: ' -j ACCEPT' }, 'COMMIT'];
}

const PATH = { ipv4: '/etc/iptables/cloudflare.v4', ipv6: '/etc/iptables/cloudflare.v6' } as const;

const ownRule = ({ range, ports }: Own): string =>
  `-s ${range} -p tcp -m multiport --dports ${ports.join(',')} -m comment --comment own-address -j ACCEPT`;

function keepOwn(own: Own): string {
  const tool = TOOL[own.family];
  return `${tool} -C INPUT ${ownRule(own)} 2>/dev/null || ${tool} -I INPUT 1 ${ownRule(own)}`;
}

/** iptables and ip6tables: a chain of its own, and one jump at the top of INPUT. */
export function iptables(input: CheckedInput): Generated {
  const on = input.interface === undefined ? '' : `-i ${input.interface} `;
  const jump = `${on}-p tcp -m multiport --dports ${input.ports.join(',')} -j ${CHAIN}`;
  const tools = input.families.map((family) => TOOL[family]);
  const restore = (option: string): string[] =>
    input.families.map((family) => `${TOOL[family]}-restore ${option}--noflush <${PATH[family]}`);
  const templates = { ipv4: restoreTemplate('ipv4'), ipv6: restoreTemplate('ipv6') };
  return {
    files: input.families.map((family) => ({
      path: PATH[family],
      purpose: family === 'ipv4' ? 'The chain, IPv4' : 'The chain, IPv6',
      lang: 'iptables',
      text: renderTemplate(templates[family], input),
    })),
    apply: [
      ...forOwn(input, (own) => changesTraffic('Keep your own way in', keepOwn(own))),
      looks(
        input.families.length > 1 ? 'Test both files: nothing is loaded' : 'Test the file: nothing is loaded',
        `${restore('--test ').join(' &&\n  ')} && echo fine`,
      ),
      changesTraffic(
        'Load the chains, then put the jump at the top of INPUT unless it is there',
        `${restore('').join(' &&\n  ')} &&`,
        ...forEach('tool', tools, [`{ $tool -C INPUT ${jump} 2>/dev/null || $tool -I INPUT 1 ${jump}; }`]).map(
          (line) => `  ${line}`,
        ),
      ),
    ],
    check: [looks('Counters grow while visitors reload', tools.map((tool) => `${tool} -vnL ${CHAIN}`).join('; '))],
    undo: [
      changesTraffic(
        'Remove the jump, then the chain',
        ...forEach('tool', tools, [`$tool -D INPUT ${jump}`, `$tool -F ${CHAIN}`, `$tool -X ${CHAIN}`]),
      ),
      ...forOwn(input, (own) =>
        changesTraffic('Remove the rule for your own address', `${TOOL[own.family]} -D INPUT ${ownRule(own)}`),
      ),
    ],
    notes: [
      ADDS_ONLY,
      STILL_OPEN,
      familyNote(input),
      ONE_WRITER,
      'Make the folder of the files first: `mkdir -p /etc/iptables`.',
      'The rules are gone after a restart of the server. The timer below puts them back within minutes; `netfilter-persistent save` from the package `iptables-persistent` keeps all rules as they stand.',
    ],
    refresh: refreshBundle({
      id: 'iptables',
      title: 'iptables and ip6tables',
      input,
      shell: iptablesLoader(templates, jump, input),
    }),
  };
}
