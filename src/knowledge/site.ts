import { join } from 'node:path';
import { loadKnowledge } from './load.ts';
import type { Knowledge } from './model.ts';
import { formatProblem } from './problem.ts';

/** The outcome of the first load; a failure is kept too, so that a broken build ends at once. */
let cached: (() => Knowledge) | undefined;

/**
 * The checked content, for pages and build steps. Read once for each build; on every call in development.
 * @throws when the content has an error; the message lists each with file and line
 */
export function siteKnowledge(): Knowledge {
  if (cached !== undefined && import.meta.env.PROD) return cached();
  const root = join(process.cwd(), 'content');
  const { knowledge, problems } = loadKnowledge(root, new Date().toISOString().slice(0, 10));
  const told = problems.filter((problem) => problem.severity === 'error').map(formatProblem);
  cached = () => {
    if (knowledge === undefined) throw new Error(told.join('\n'));
    return knowledge;
  };
  return cached();
}
