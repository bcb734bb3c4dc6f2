import { forEach } from '../command.ts';
import type { CheckedInput, Family } from '../model.ts';
import { shellTemplate, type Template } from '../template.ts';
import { kept, type LoaderShell } from './script.ts';

/** The command of each family; its restoring brother is called the same with -restore. */
export const TOOL = { ipv4: 'iptables', ipv6: 'ip6tables' } as const;
const RENDER = { ipv4: 'render4', ipv6: 'render6' } as const;
const FILE = { ipv4: '"$work/new4"', ipv6: '"$work/new6"' } as const;

const indented = (template: Template): string[] => shellTemplate(template).map((line) => `  ${line}`);

/** Loads the later family, and puts the earlier ones back to the kept lists when that fails. */
function loadLater(family: Family, earlier: readonly Family[], input: CheckedInput): string[] {
  const back = earlier.map((each) => `${RENDER[each]} "$state/ipv4" "$state/ipv6" | ${TOOL[each]}-restore --noflush`);
  return [
    `  if ! ${TOOL[family]}-restore --noflush <${FILE[family]}; then`,
    `    if ${kept(input)}; then ${back.join('; ')}; fi`,
    '    return 1',
    '  fi',
  ];
}

/** Loads each chain in one step; when the second fails, the first goes back to the kept list. */
export function iptablesLoader(
  templates: Readonly<Record<Family, Template>>,
  jump: string,
  input: CheckedInput,
): LoaderShell {
  const { families } = input;
  const [first = 'ipv4', ...later] = families;
  return {
    inForce: 'jumps',
    load: [
      ...families.flatMap((family) => [`${RENDER[family]}() {`, ...indented(templates[family]), '}', '']),
      'jumps() {',
      `  ${families.map((family) => `${TOOL[family]} -w -C INPUT ${jump} 2>/dev/null`).join(' && ')}`,
      '}',
      '',
      'load() {',
      ...families.map(
        (family) =>
          `  ${RENDER[family]} "$1" "$2" >${FILE[family]} && ${TOOL[family]}-restore --test --noflush <${FILE[family]} || return 1`,
      ),
      `  ${TOOL[first]}-restore --noflush <${FILE[first]} || return 1`,
      ...later.flatMap((family) => loadLater(family, [first], input)),
      ...forEach(
        'tool',
        families.map((family) => TOOL[family]),
        [`"$tool" -w -C INPUT ${jump} 2>/dev/null || "$tool" -w -I INPUT 1 ${jump} || return 1`],
      ).map((line) => `  ${line}`),
      '}',
    ],
  };
}
