import type { Graph } from './graph.ts';
import type { RankedCause } from './rank.ts';
import { rankAt } from './rank-at.ts';

/** The causes of an end as they stand after the reader's answers and attempts. */
export interface Standing {
  readonly ordered: readonly RankedCause[];
  readonly out: readonly RankedCause[];
  /** The cause to repair now: the first that was not tried. None when all were. */
  readonly now: RankedCause | undefined;
}

/** @param tried ids of causes whose repair did not help */
export function standing(graph: Graph, end: string, evidence: readonly string[], tried: readonly string[]): Standing {
  const { ordered, out } = rankAt(graph, end, evidence);
  return { ordered, out, now: ordered.find(({ id }) => !tried.includes(id)) };
}
