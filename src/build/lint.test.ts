import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({ cwd: fileURLToPath(new URL('../..', import.meta.url)) });
const RULE = '@typescript-eslint/no-restricted-imports';

/** The messages of the import rule for a text that stands in for a real file. */
async function told(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: file });
  return (result?.messages ?? []).filter(({ ruleId }) => ruleId === RULE).map(({ message }) => message);
}

const REFUSED: readonly [file: string, from: string][] = [
  ['src/domain/vocabulary.ts', '../knowledge/site.ts'],
  ['src/domain/vocabulary.ts', '../islands/path/Path.tsx'],
  ['src/domain/path/draw.ts', '../../components/site/url.ts'],
  ['src/domain/vocabulary.ts', 'zod'],
  ['src/domain/vocabulary.ts', 'preact'],
  ['src/domain/vocabulary.ts', 'node:fs'],
  ['src/domain/vocabulary.ts', 'astro/loaders'],
  ['src/knowledge/views.ts', '../pages/api/index.ts'],
  ['src/knowledge/views.ts', '../islands/path/Path.tsx'],
  ['src/knowledge/load.ts', './parsers/check.ts'],
  ['src/islands/troubleshooter/view.ts', '../../knowledge/site.ts'],
  ['src/islands/troubleshooter/view.ts', '../search/place.ts'],
  ['src/islands/troubleshooter/view.ts', 'zod'],
  ['src/components/site/url.ts', '../../knowledge/site.ts'],
];

const ALLOWED: readonly [file: string, from: string][] = [
  ['src/domain/path/draw.ts', '../vocabulary.ts'],
  ['src/knowledge/views.ts', '../domain/vocabulary.ts'],
  ['src/knowledge/views.ts', 'zod'],
  ['src/islands/troubleshooter/view.ts', '../path/Path.tsx'],
  ['src/islands/troubleshooter/view.ts', '../../domain/vocabulary.ts'],
];

describe('lint lets imports go one way only', () => {
  it.each(REFUSED)('%s must not import %s', async (file, from) => {
    expect(await told(file, `import { thing } from '${from}';\nthing();\n`)).toHaveLength(1);
  });

  it.each(ALLOWED)('%s may import %s', async (file, from) => {
    expect(await told(file, `import { thing } from '${from}';\nthing();\n`)).toEqual([]);
  });
});
