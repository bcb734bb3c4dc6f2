import { AUDIENCES } from '../../domain/vocabulary.ts';
import type { Problem } from '../problem.ts';
import type { RawEntry } from '../read.ts';
import { blank, FILLER, withoutCode } from './inline.ts';
import type { Rule } from './rule.ts';
import { inBody } from './texts.ts';

const AUDIENCE_TAG = /<Audience who="[^"<>]*">|<\/Audience>/g;
const BLOCK = /<Audience who="([^"<>]*)">([\s\S]*?)<\/Audience>/g;

/** Code other than prose: imports and exports, raw HTML, tags that the site does not know. */
function foreign(entry: RawEntry, text: string): Problem[] {
  const rest = blank(text, AUDIENCE_TAG);
  const modules = [...rest.matchAll(/^(?:import|export)\b(?=[ \t{*'"])[^\n]*/gm)]
    .filter(([line]) => /['"]|\b(?:from|const|let|default|function|class)\b|\{/.test(line))
    .map((match) =>
      inBody(entry, match.index, {
        expected: `expected prose, found "${match[0]}"`,
        remedy: 'remove the line; content imports and exports nothing',
      }),
    );
  const tags = [...rest.matchAll(/(?<!\\)<(?=[^\s=\uFFFC])[^\s>]*>?/g)].map((match) => {
    const expected = `expected no HTML or JSX other than <Audience who="…">, found "${match[0]}"`;
    return inBody(entry, match.index, {
      expected,
      remedy: 'use the inline format of content/README.md, or put it in `code`',
    });
  });
  return [...modules, ...tags];
}

/** The body of an error speaks to each audience once, in order, and to nobody else. */
function audiences(entry: RawEntry, text: string): Problem[] {
  const blocks = [...text.matchAll(BLOCK)];
  const wanted = AUDIENCES.map((who) => `"${who}"`).join(', ');
  const remedy = `write exactly one <Audience who="…"> block for each of ${wanted}, in this order`;
  const wrong = blocks.flatMap((block, index) => {
    const expected = `expected ${AUDIENCES[index] === undefined ? 'no further block' : `the block for "${AUDIENCES[index]}"`}, found "${block[1] ?? ''}"`;
    return block[1] === AUDIENCES[index] ? [] : [inBody(entry, block.index, { expected, remedy })];
  });
  const empty = blocks.flatMap((block) =>
    (block[2] ?? '').trim() === ''
      ? [
          inBody(entry, block.index, {
            expected: `expected text for "${block[1] ?? ''}", found an empty block`,
            remedy: 'write the text',
          }),
        ]
      : [],
  );
  const outside = blank(text, BLOCK).replaceAll(FILLER, ' ').search(/\S/);
  const loose =
    outside < 0
      ? []
      : [
          inBody(entry, outside, {
            expected: 'expected nothing outside the Audience blocks, found text',
            remedy: 'move it into a block',
          }),
        ];
  const missing = AUDIENCES[blocks.length];
  const lacking =
    missing === undefined
      ? []
      : [
          inBody(entry, text.length, {
            expected: `expected a block for "${missing}", found the end of the body`,
            remedy,
          }),
        ];
  return [...wrong, ...empty, ...loose, ...(wrong.length > 0 ? [] : lacking)];
}

/** Bodies are prose in the format of the content, and those of errors have one shape. */
export const bodies: Rule = ({ raw }) =>
  [...raw.values()].flatMap((entry) => {
    if (entry.body === undefined) return [];
    const text = withoutCode(entry.body);
    return [...foreign(entry, text), ...(entry.collection === 'errors' ? audiences(entry, text) : [])];
  });
