import { createHash } from 'node:crypto';
import { toSearchIndex } from './search-index.ts';
import { siteKnowledge } from './site.ts';

interface BuiltIndex {
  readonly json: string;
  /** Part of the file name that changes with the content. */
  readonly hash: string;
  /** Address from the site's root. */
  readonly path: string;
  readonly codes: readonly string[];
}

let cached: BuiltIndex | undefined;

/** The built-in search index as it is served. */
export function builtSearchIndex(): BuiltIndex {
  if (cached !== undefined && import.meta.env.PROD) return cached;
  const index = toSearchIndex(siteKnowledge());
  const json = JSON.stringify(index);
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 10);
  cached = { json, hash, path: `/data/search.${hash}.json`, codes: index.codes };
  return cached;
}
