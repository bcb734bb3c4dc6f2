import { createHash } from 'node:crypto';
import { toPatternBook } from './patterns.ts';
import { siteKnowledge } from './site.ts';

interface BuiltBook {
  readonly json: string;
  /** Part of the file name that changes with the content. */
  readonly hash: string;
  /** Address from the site's root. */
  readonly path: string;
}

let cached: BuiltBook | undefined;

/** The analyzer's patterns as they are served. */
export function builtPatterns(): BuiltBook {
  if (cached !== undefined && import.meta.env.PROD) return cached;
  const json = JSON.stringify(toPatternBook(siteKnowledge()));
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 10);
  cached = { json, hash, path: `/data/patterns.${hash}.json` };
  return cached;
}
