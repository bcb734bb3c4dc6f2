import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** The half that ranking is tuned on, and the half that is kept aside and only measured. */
export const HALVES = ['tune', 'held'] as const;
export type Half = (typeof HALVES)[number];

const path = z.string().regex(/^\/(?:[\w-]+\/)*$/u, 'a path such as /522/');
const schema = z.record(
  z.string(),
  z
    .array(
      z.strictObject({ half: z.enum(HALVES), query: z.string().trim().min(1), right: z.array(path).min(1).max(3) }),
    )
    .min(4),
);

export interface Wanted {
  kind: string;
  half: Half;
  query: string;
  /** Paths of the pages that answer the query, without base; any of them is right. */
  right: readonly string[];
}

/**
 * The relevance set, checked: halves alternate within a kind (the rule fixed before any tuning), and no query stands twice.
 * @throws when the file breaks its schema or one of these rules
 */
export function relevanceSet(): Wanted[] {
  const kinds = schema.parse(parse(readFileSync(new URL('queries.yaml', import.meta.url), 'utf8')));
  const seen = new Set<string>();
  return Object.entries(kinds).flatMap(([kind, queries]) =>
    queries.map((wanted, index) => {
      if (wanted.half !== HALVES[index % HALVES.length])
        throw new Error(`${kind}: "${wanted.query}" is in the wrong half; add new queries at the end of a kind`);
      const key = wanted.query.toLowerCase();
      if (seen.has(key)) throw new Error(`${kind}: "${wanted.query}" stands twice`);
      seen.add(key);
      return { kind, ...wanted };
    }),
  );
}
