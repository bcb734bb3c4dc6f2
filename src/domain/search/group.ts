import { type Filters, passes } from './filter.ts';
import type { ResultKind } from './model.ts';
import type { Hit } from './rank.ts';

/** Results of one kind. */
export interface Group {
  readonly kind: ResultKind;
  readonly hits: readonly Hit[];
  /** How many of this kind are left out. */
  readonly more: number;
}

/** Most results of one kind beside others, and of a kind that the reader chose or that stands alone. */
const MOST_BESIDE = 3;
const MOST_ALONE = 20;
/** Results after the best ones are too far from the query to be listed beside other kinds. */
const NEAR = 16;

/** The results that are shown, by kind; the kind of the best result comes first. */
export function groupHits(hits: readonly Hit[], filters: Filters, listAll: boolean): Group[] {
  const left = hits.filter((hit) => passes(hit, filters));
  const alone = filters.kind !== '';
  const near = alone || listAll ? left : left.slice(0, NEAR);
  const kinds = [...new Set(near.map(({ entry }) => entry.kind))];
  return kinds.map((kind) => {
    const own = near.filter(({ entry }) => entry.kind === kind);
    const shown = own.slice(0, alone || kinds.length === 1 || listAll ? MOST_ALONE : MOST_BESIDE);
    return { kind, hits: shown, more: left.filter(({ entry }) => entry.kind === kind).length - shown.length };
  });
}
