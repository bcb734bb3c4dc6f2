import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { publishedBlocks } from '../../src/knowledge/parsers/blocks.ts';
import { parsersFor, refusal } from '../../src/knowledge/parsers/check.ts';
import { PARSERS, UNPARSED } from '../../src/knowledge/parsers/programs.ts';
import { ROOT } from '../support/build.ts';
import { parserTest } from './parser-test.ts';

const CONTENT = join(ROOT, 'content');
const { knowledge, raw, problems } = loadKnowledge(CONTENT, new Date().toISOString().slice(0, 10));
if (knowledge === undefined) throw new Error(`the content has errors:\n${JSON.stringify(problems, null, 1)}`);
const blocks = publishedBlocks({ knowledge, raw }, CONTENT);

it('knows the language of every block', () => {
  const known = [...Object.keys(PARSERS), ...UNPARSED];
  expect(blocks.filter(({ lang }) => !known.includes(lang))).toEqual([]);
});

for (const parser of Object.values(PARSERS).flat()) {
  parserTest(`${parser.name} refuses what is not its language`, parser, () => {
    expect(parser.parse({ place: '', text: '} ( "\n</b>\n' }).status).not.toBe(0);
  });
}

for (const block of blocks) {
  for (const parser of parsersFor(block).filter((program) => program.tooOld?.(block) === undefined)) {
    parserTest(`${block.file}:${String(block.line)} ${block.field}: ${parser.name}`, parser, () => {
      expect(refusal(parser, block)?.expected, block.text).toBeUndefined();
    });
  }
}
