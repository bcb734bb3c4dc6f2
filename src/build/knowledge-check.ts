import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../knowledge/load.ts';
import { formatProblem } from '../knowledge/problem.ts';

/** Stops the build when the content has a mistake, and prints each with file, line and remedy. */
export function knowledgeCheck(): AstroIntegration {
  return {
    name: 'knowledge-check',
    hooks: {
      'astro:build:start': ({ logger }) => {
        const root = fileURLToPath(new URL('../../content', import.meta.url));
        const { problems } = loadKnowledge(root, new Date().toISOString().slice(0, 10));
        for (const problem of problems) logger[problem.severity === 'error' ? 'error' : 'warn'](formatProblem(problem));
        const errors = problems.filter((problem) => problem.severity === 'error').length;
        if (errors > 0) throw new Error(`the knowledge check found ${String(errors)} errors; the build stops here`);
      },
    },
  };
}
