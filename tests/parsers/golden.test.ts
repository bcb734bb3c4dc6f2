import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { Generated } from '../../src/domain/firewall/model.ts';
import { PLATFORM_GENERATORS } from '../../src/domain/firewall/registry.ts';
import { ROOT } from '../support/build.ts';
import { bundles, generatedFor } from './generated.ts';

function goldenText(generated: Generated): string {
  const parts = bundles(generated).flatMap(([name, { files, ...commands }]) => [
    ...files.map(
      ({ path, purpose, mode, text }) =>
        `=== ${name} file: ${path ?? 'lines'} (${purpose}${mode === undefined ? '' : `, ${mode}`})\n${text}`,
    ),
    ...(['apply', 'check', 'undo'] as const).flatMap((step) =>
      commands[step].map(
        ({ where, root, changes, does, run }) =>
          `=== ${name} ${step}: ${does} (${where}${root ? ', root' : ''}, changes ${changes})\n${run}\n`,
      ),
    ),
  ]);
  const { alternative } = generated;
  const notes = (list: readonly string[]): string => list.map((note) => `- ${note}\n`).join('');
  return [
    ...parts,
    `=== notes\n${notes(generated.notes)}`,
    ...(alternative === undefined ? [] : [`=== alternative when: ${alternative.when}\n${notes(alternative.notes)}`]),
  ].join('\n');
}

describe.each(PLATFORM_GENERATORS.map((platform) => [platform.id, platform] as const))('%s', (id, platform) => {
  it('is as in its golden file; after an intended change, run vitest with -u and read the difference', async () => {
    await expect(goldenText(generatedFor(id))).toMatchFileSnapshot(join(ROOT, `src/domain/firewall/golden/${id}.txt`));
  });

  it('bears the name and the kind of the content', () => {
    const content: unknown = parse(readFileSync(join(ROOT, `content/platforms/${id}.yaml`), 'utf8'));
    expect(content).toMatchObject({ name: platform.title, kind: platform.kind });
  });
});
