import type { Problem } from '../problem.ts';
import type { Accepted } from './accepted.ts';
import type { PublishedBlock } from './blocks.ts';
import { type Parser, PARSERS, UNPARSED } from './programs.ts';
import { missing } from './sandbox.ts';

export interface Parsed {
  readonly problems: readonly Problem[];
  /** Programs that could not run here: their name, what is missing, and how many blocks they would have read. */
  readonly unchecked: readonly { readonly program: string; readonly why: string; readonly blocks: number }[];
}

/** Programs for a block, those for other places left out. */
export const parsersFor = ({ lang, place }: PublishedBlock): readonly Parser[] =>
  (PARSERS[lang] ?? []).filter((parser) => parser.place?.test(place) ?? true);

/** The first words of a program on what it refuses, on one line. */
function firstWords(output: string): string {
  const words = output.replace(/\s+/g, ' ').trim();
  return words.length > 300 ? `${words.slice(0, 299)}…` : words;
}

const problem = (block: PublishedBlock, expected: string, remedy: string): Problem => ({
  file: block.file,
  line: block.line,
  field: block.field,
  expected,
  remedy,
  severity: 'error',
});

/** Why this program cannot read this block here; empty when it can. */
function unreadable(parser: Parser, block: PublishedBlock): string {
  const lacks = missing(parser);
  return lacks.length > 0 ? lacks.join(', ') : (parser.tooOld?.(block) ?? '');
}

/** What one program has against one block; undefined when it takes it. */
export function refusal(parser: Parser, block: PublishedBlock): Problem | undefined {
  const { status, output } = parser.parse(block);
  if (status === 0) return undefined;
  const expected = `expected code that ${parser.name} accepts; it says “${firstWords(output)}”`;
  return problem(block, expected, 'correct the code, or its language (lang) or place (file, where) if those are wrong');
}

/** Lets the real programs read every block. What was accepted before is not read again. */
export function parseBlocks(blocks: readonly PublishedBlock[], accepted: Accepted): Parsed {
  const problems: Problem[] = [];
  const unread = new Map<string, { why: string; blocks: number }>();
  for (const block of blocks) {
    if (PARSERS[block.lang] === undefined && !UNPARSED.includes(block.lang)) {
      const known = [...Object.keys(PARSERS), ...UNPARSED].join(', ');
      problems.push(problem(block, `expected a known language, found "${block.lang}"`, `use one of ${known}`));
    }
    for (const parser of parsersFor(block)) {
      const why = unreadable(parser, block);
      if (why !== '') {
        unread.set(parser.name, { why, blocks: (unread.get(parser.name)?.blocks ?? 0) + 1 });
        continue;
      }
      if (accepted.has(parser.name, block.place, block.text)) continue;
      const found = refusal(parser, block);
      if (found === undefined) accepted.add(parser.name, block.place, block.text);
      else problems.push(found);
    }
  }
  return { problems, unchecked: [...unread].map(([program, rest]) => ({ program, ...rest })) };
}
