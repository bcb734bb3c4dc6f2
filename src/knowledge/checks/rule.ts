import type { Path } from '../locate.ts';
import type { Knowledge } from '../model.ts';
import type { Problem } from '../problem.ts';
import { type RawEntry, rawKey } from '../read.ts';
import type { CollectionName } from '../schemas/index.ts';

export interface Context {
  readonly knowledge: Knowledge;
  readonly raw: ReadonlyMap<string, RawEntry>;
  /** Today as 2026-11-20. */
  readonly today: string;
}

/** A cross-check over the whole content. */
export type Rule = (context: Context) => Problem[];

/** Builds a problem that points at a field of an entry. */
export function at(
  context: Context,
  place: { readonly collection: CollectionName; readonly id: string; readonly path: Path },
  told: { readonly expected: string; readonly remedy: string; readonly severity?: 'warning' },
): Problem {
  const entry = context.raw.get(rawKey(place.collection, place.id));
  return {
    file: entry?.file ?? `content/${place.collection}`,
    line: entry?.lineOf(place.path) ?? 1,
    field: place.path.join('.'),
    expected: told.expected,
    remedy: told.remedy,
    severity: told.severity ?? 'error',
  };
}
