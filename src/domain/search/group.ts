import { type Filters, passes } from './filter.ts';
import type { ResultKind } from './model.ts';
import type { Hit } from './rank.ts';

/** Results under one heading: the best of any kind, or the others of one kind. */
export interface Group {
  readonly kind: ResultKind | 'best';
  readonly hits: readonly Hit[];
  /** How many of this kind are left out. */
  readonly more: number;
}

/** Most results that stand first whatever their kind, of one kind after them, and of a kind that stands alone. */
const BEST = 5;
const MOST_BESIDE = 4;
const MOST_ALONE = 20;
/** Results after these are too far from the query to be listed beside other kinds. */
const NEAR = 16;

function byKind(hits: readonly Hit[], most: number): Group[] {
  return [...new Set(hits.map(({ entry }) => entry.kind))].map((kind) => {
    const own = hits.filter(({ entry }) => entry.kind === kind);
    return { kind, hits: own.slice(0, most), more: Math.max(0, own.length - most) };
  });
}

/**
 * The results that are shown: the best first, then the others by kind.
 * @param exact true for a query that is nothing but codes: its results are in order by kind already
 */
export function groupHits(hits: readonly Hit[], filters: Filters, exact: boolean): Group[] {
  const left = hits.filter((hit) => passes(hit, filters));
  const kinds = new Set(left.map(({ entry }) => entry.kind));
  if (exact || kinds.size === 1) return byKind(left, MOST_ALONE);
  if (left.length === 0) return [];
  return [{ kind: 'best', hits: left.slice(0, BEST), more: 0 }, ...byKind(left.slice(BEST, NEAR), MOST_BESIDE)];
}
