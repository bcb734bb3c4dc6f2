import { fileURLToPath } from 'node:url';
import { loadKnowledge } from './load.ts';
import { acceptedIn } from './parsers/accepted.ts';
import { publishedBlocks } from './parsers/blocks.ts';
import { type Parsed, parseBlocks } from './parsers/check.ts';
import { formatProblem } from './problem.ts';

const content = fileURLToPath(new URL('../../content', import.meta.url));
const cache = fileURLToPath(new URL('../../node_modules/.cache/knowledge-parsers', import.meta.url));

/** The published code, read by the programs it is for. Only content without errors has code to read. */
function parsed({ knowledge, raw }: ReturnType<typeof loadKnowledge>): Parsed | undefined {
  if (knowledge === undefined) return undefined;
  const accepted = acceptedIn(cache);
  const result = parseBlocks(publishedBlocks({ knowledge, raw }, content), accepted);
  accepted.save();
  return result;
}

const only = process.argv[2];
const loaded = loadKnowledge(content, new Date().toISOString().slice(0, 10));
const code = parsed(loaded);
const problems = [...loaded.problems, ...(code?.problems ?? [])];
const shown = only === undefined ? problems : problems.filter((problem) => problem.file.includes(only));
for (const problem of shown) console.log(formatProblem(problem));
for (const { program, why, blocks } of code?.unchecked ?? [])
  console.log(`not checked here by ${program}: ${why} (${String(blocks)} ${blocks === 1 ? 'block' : 'blocks'})`);
if (code === undefined)
  console.log('what entries say about each other, and published code, may be unread: mend these first');
const errors = shown.filter((problem) => problem.severity === 'error').length;
console.log(`knowledge check: ${String(errors)} errors, ${String(shown.length - errors)} warnings`);
process.exitCode = errors > 0 ? 1 : 0;
