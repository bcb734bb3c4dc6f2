import { shellTemplate, type Template } from '../template.ts';
import type { LoaderShell } from './script.ts';

export interface Target {
  readonly path: string;
  readonly template: Template;
}

/**
 * For platforms that read files: writes the new ones, tests, reloads; when the test or the reload fails, the old files come
 * back and are loaded again.
 */
export function fileLoader(options: {
  readonly targets: readonly Target[];
  readonly test?: string;
  readonly reload: string;
}): LoaderShell {
  const { targets, test, reload } = options;
  const number = (index: number): string => String(index + 1);
  const accept = test === undefined ? reload : `${test} && ${reload}`;
  return {
    load: [
      ...targets.flatMap(({ template }, index) => [
        `render${number(index)}() {`,
        ...shellTemplate(template).map((line) => `  ${line}`),
        '}',
        '',
      ]),
      'replace() { # new file, target: the target is never half written',
      '  cp "$1" "$2.new" && mv "$2.new" "$2"',
      '}',
      '',
      'restore() { # kept copy, target',
      '  if [ -e "$1" ]; then replace "$1" "$2"; else rm -f "$2" "$2.new"; fi',
      '}',
      '',
      'load() {',
      ...targets.flatMap(({ path }, index) => [
        `  render${number(index)} "$1" "$2" >"$work/new${number(index)}" || return 1`,
        `  if [ -e ${path} ]; then cp -p ${path} "$work/old${number(index)}" || return 1; fi`,
      ]),
      `  if ${targets.map(({ path }, index) => `replace "$work/new${number(index)}" ${path} && `).join('')}${accept}; then`,
      '    return 0',
      '  fi',
      ...targets.map(({ path }, index) => `  restore "$work/old${number(index)}" ${path}`),
      `  ${accept}`,
      '  return 1',
      '}',
    ],
  };
}
