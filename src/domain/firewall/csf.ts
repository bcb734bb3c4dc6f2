import { changesTraffic, configures, looks } from './command.ts';
import type { CheckedInput, Generated } from './model.ts';
import { ADDS_ONLY, familyNote, STILL_OPEN } from './notes.ts';
import { forOwn } from './own.ts';
import { refreshBundle } from './refresh/bundle.ts';
import { fileLoader, type Target } from './refresh/file-loader.ts';
import { renderTemplate, type Template } from './template.ts';

const LISTS = ['allow', 'ignore'] as const;

function targets(input: CheckedInput): Target[] {
  const allow = `tcp|in|d=${input.ports.join(',')}|s=`;
  const lines = (before: string): Template => [
    { each: 'ipv4', before, after: '' },
    { each: 'ipv6', before, after: '' },
  ];
  const own = forOwn(input, ({ range, ports }) => ({ range, allow: `tcp|in|d=${ports.join(',')}|s=${range}` }));
  return [
    { path: '/etc/csf/cloudflare.allow', template: [...own.map((each) => each.allow), ...lines(allow)] },
    { path: '/etc/csf/cloudflare.ignore', template: [...own.map((each) => each.range), ...lines('')] },
  ];
}

/** CSF and lfd: the ports are allowed in csf.allow, bans are prevented in csf.ignore. */
export function csf(input: CheckedInput): Generated {
  const files = targets(input);
  const purposes = ['The needed ports, for csf.allow', 'Never banned by lfd, for csf.ignore'];
  return {
    files: files.map(({ path, template }, index) => ({
      path,
      purpose: purposes[index] ?? path,
      lang: 'text',
      text: renderTemplate(template, input),
    })),
    apply: [
      configures(
        'Include both files, unless they are included',
        `for list in ${LISTS.join(' ')}; do`,
        '  grep -qxF "Include /etc/csf/cloudflare.$list" "/etc/csf/csf.$list" ||',
        '    echo "Include /etc/csf/cloudflare.$list" >>"/etc/csf/csf.$list"',
        'done',
      ),
      changesTraffic('Load the rules and restart lfd', 'csf -ra'),
    ],
    check: [
      looks(
        'An address of each family is found in the rules',
        ...input.families.map((family) => `csf -g ${input[family][0] ?? ''}`),
      ),
    ],
    undo: [
      changesTraffic(
        'Remove the two lines and load again',
        `for list in ${LISTS.join(' ')}; do`,
        '  sed -i "\\\\|^Include /etc/csf/cloudflare\\\\.$list\\$|d" "/etc/csf/csf.$list"',
        'done',
        'csf -ra',
      ),
    ],
    notes: [
      ADDS_ONLY,
      STILL_OPEN,
      familyNote(input),
      'IPv6 ranges take effect only with `IPV6 = "1"` in `/etc/csf/csf.conf`.',
      'Written from CSF’s readme, which knows the Include lines, several ports in one entry and ranges; not run, because CSF is not packaged.',
    ],
    refresh: refreshBundle({
      id: 'csf',
      title: 'CSF and lfd',
      input,
      shell: fileLoader({ targets: files, reload: 'csf -ra >/dev/null' }),
    }),
  };
}
