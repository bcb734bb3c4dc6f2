import { fileURLToPath } from 'node:url';
import { loadKnowledge } from './load.ts';
import { formatProblem } from './problem.ts';

const root = fileURLToPath(new URL('../../content', import.meta.url));
const only = process.argv[2];
const { problems } = loadKnowledge(root, new Date().toISOString().slice(0, 10));
const shown = only === undefined ? problems : problems.filter((problem) => problem.file.includes(only));
for (const problem of shown) console.log(formatProblem(problem));
const errors = shown.filter((problem) => problem.severity === 'error').length;
console.log(`knowledge check: ${String(errors)} errors, ${String(shown.length - errors)} warnings`);
process.exitCode = errors > 0 ? 1 : 0;
