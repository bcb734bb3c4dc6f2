import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** The halves of the first set: ranking is tuned on one, the other is only measured. Within a kind they alternate. */
const HALVES = ['tune', 'held'] as const;
/** Parts that were written later, each in a file of its own, whose head says how; what it showed at first stands there too. */
const LATER = ['fresh', 'second', 'reported', 'owner'] as const;
/** Halves of what was asked in public threads: within a kind they alternate by place. */
const THREADS = ['threads', 'threads-held'] as const;
/** All parts of the set. */
export const PARTS = [...HALVES, ...LATER, ...THREADS] as const;
export type Part = (typeof PARTS)[number];

const path = z.string().regex(/^\/(?:[\w-]+\/)*$/u, 'a path such as /522/');
const wanted = z.strictObject({ query: z.string().trim().min(1), right: z.array(path).min(1).max(3) });
const halvesSchema = z.record(z.string(), z.array(wanted.extend({ half: z.enum(HALVES) })).min(4));
const laterSchema = z.record(z.string(), z.array(wanted).min(2));

export interface Wanted {
  kind: string;
  part: Part;
  query: string;
  /** Paths of the pages that answer the query, without base; any of them is right. */
  right: readonly string[];
}

function contentOf(file: string): unknown {
  return parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

function halves(): Wanted[] {
  return Object.entries(halvesSchema.parse(contentOf('queries.yaml'))).flatMap(([kind, queries]) =>
    queries.map(({ half, ...one }, index) => {
      if (half !== HALVES[index % HALVES.length])
        throw new Error(`${kind}: "${one.query}" is in the wrong half; add new queries at the end of a kind`);
      return { kind, part: half, ...one };
    }),
  );
}

function later(part: (typeof LATER)[number]): Wanted[] {
  return Object.entries(laterSchema.parse(contentOf(`${part}.yaml`))).flatMap(([kind, queries]) =>
    queries.map((one) => ({ kind, part, ...one })),
  );
}

function threads(): Wanted[] {
  const [tuned, held] = THREADS;
  return Object.entries(laterSchema.parse(contentOf('threads.yaml'))).flatMap(([kind, queries]) =>
    queries.map((one, at) => ({ kind, part: at % THREADS.length === 0 ? tuned : held, ...one })),
  );
}

/**
 * The relevance set, checked: halves alternate within a kind (the rule fixed before any tuning), and no query stands twice.
 * @throws when a file breaks its schema or one of these rules
 */
export function relevanceSet(): Wanted[] {
  const set = [...halves(), ...LATER.flatMap(later), ...threads()];
  const queries = set.map(({ query }) => query.toLowerCase());
  const twice = queries.find((query, at) => queries.indexOf(query) < at);
  if (twice !== undefined) throw new Error(`"${twice}" stands twice`);
  return set;
}
