import { changesTraffic, looks } from './command.ts';
import type { CheckedInput, Family, Generated } from './model.ts';
import { ADDS_ONLY, BOTH_FAMILIES, ONE_WRITER, STILL_OPEN } from './notes.ts';
import { refreshBundle } from './refresh/bundle.ts';
import { iptablesLoader } from './refresh/iptables-loader.ts';
import { renderTemplate, type Template } from './template.ts';

export const CHAIN = 'CLOUDFLARE';

/** With --noflush, naming a chain empties that chain only; the whole file takes effect at once or not at all. */
function restoreTemplate(each: Family): Template {
  return ['*filter', `:${CHAIN} - [0:0]`, { each, before: `-A ${CHAIN} -s `, after: ' -j ACCEPT' }, 'COMMIT'];
}

/** iptables and ip6tables: a chain of its own, and one jump at the top of INPUT. */
export function iptables(input: CheckedInput): Generated {
  const on = input.interface === undefined ? '' : `-i ${input.interface} `;
  const jump = `${on}-p tcp -m multiport --dports ${input.ports.join(',')} -j ${CHAIN}`;
  const both = (...body: string[]): string =>
    `for tool in iptables ip6tables; do\n${body.map((line) => `  ${line}`).join('\n')}\ndone`;
  const templates = { ipv4: restoreTemplate('ipv4'), ipv6: restoreTemplate('ipv6') };
  return {
    files: [
      {
        path: '/etc/iptables/cloudflare.v4',
        purpose: 'The chain, IPv4',
        lang: 'iptables',
        text: renderTemplate(templates.ipv4, input),
      },
      {
        path: '/etc/iptables/cloudflare.v6',
        purpose: 'The chain, IPv6',
        lang: 'iptables',
        text: renderTemplate(templates.ipv6, input),
      },
    ],
    apply: [
      looks(
        'Test both files: nothing is loaded',
        'iptables-restore --test --noflush </etc/iptables/cloudflare.v4 &&',
        '  ip6tables-restore --test --noflush </etc/iptables/cloudflare.v6 && echo fine',
      ),
      changesTraffic(
        'Load the chains, then put the jump at the top of INPUT unless it is there',
        'iptables-restore --noflush </etc/iptables/cloudflare.v4 &&',
        '  ip6tables-restore --noflush </etc/iptables/cloudflare.v6 &&',
        `  ${both(`$tool -C INPUT ${jump} 2>/dev/null || $tool -I INPUT 1 ${jump}`).replaceAll('\n', '\n  ')}`,
      ),
    ],
    check: [looks('Counters grow while visitors reload', `iptables -vnL ${CHAIN}; ip6tables -vnL ${CHAIN}`)],
    undo: [
      changesTraffic(
        'Remove the jump, then the chain',
        both(`$tool -D INPUT ${jump}`, `$tool -F ${CHAIN}`, `$tool -X ${CHAIN}`),
      ),
    ],
    notes: [
      ADDS_ONLY,
      STILL_OPEN,
      BOTH_FAMILIES,
      ONE_WRITER,
      'Make the folder of the files first: `mkdir -p /etc/iptables`.',
      'The rules are gone after a restart of the server. The timer below puts them back within minutes; `netfilter-persistent save` from the package `iptables-persistent` keeps all rules as they stand.',
    ],
    refresh: refreshBundle({
      id: 'iptables',
      title: 'iptables and ip6tables',
      input,
      shell: iptablesLoader(templates, jump),
    }),
  };
}
