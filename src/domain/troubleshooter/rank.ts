import { type Graph, lookup } from './graph.ts';

/** Why a cause stands where it stands: one of the reader's own findings. */
export interface Reason {
  readonly symptom: string;
}

export interface RankedCause {
  readonly id: string;
  readonly decisive: readonly Reason[];
  readonly supports: readonly Reason[];
  readonly against: readonly Reason[];
  readonly excludes: readonly Reason[];
}

/** Reach of an exclusion from outside: it holds only where the failure is constant (DESIGN section 2). */
function softened(graph: Graph, symptom: string, evidence: ReadonlySet<string>): boolean {
  const known = lookup(graph.symptoms, symptom);
  return known?.kind === 'healthy' && known.vantage === 'outside' && !evidence.has('scope-constant');
}

/** Sorts one cause's evidence into what speaks for it and against it, given what holds. */
export function weigh(graph: Graph, id: string, evidence: ReadonlySet<string>): RankedCause {
  const lists = {
    decisive: [] as Reason[],
    supports: [] as Reason[],
    against: [] as Reason[],
    excludes: [] as Reason[],
  };
  for (const { symptom, weight } of lookup(graph.causes, id)?.evidence ?? []) {
    if (!evidence.has(symptom)) continue;
    const held = weight === 'excludes' && softened(graph, symptom, evidence) ? 'against' : weight;
    lists[held].push({ symptom });
  }
  return { id, ...lists };
}

/** One step of support outweighs any difference in likelihood. */
function score(cause: RankedCause): number {
  return cause.supports.length - cause.against.length;
}

/**
 * Orders candidates by the reader's evidence: decisive first, then supports minus against, then likelihood,
 * then the author's order. Excluded causes come apart.
 */
export function rank(
  graph: Graph,
  candidates: readonly string[],
  symptoms: readonly string[],
): { ordered: RankedCause[]; out: RankedCause[] } {
  const evidence = new Set(symptoms);
  const weighed = candidates.map((id, position) => ({
    cause: weigh(graph, id, evidence),
    position,
    weight: lookup(graph.causes, id)?.weight ?? 0,
  }));
  weighed.sort(
    (a, b) =>
      b.cause.decisive.length - a.cause.decisive.length ||
      score(b.cause) - score(a.cause) ||
      b.weight - a.weight ||
      a.position - b.position,
  );
  const all = weighed.map((entry) => entry.cause);
  return {
    ordered: all.filter((cause) => cause.excludes.length === 0),
    out: all.filter((cause) => cause.excludes.length > 0),
  };
}

/** True when at least one finding speaks for the cause. */
export function supported(cause: RankedCause): boolean {
  return cause.decisive.length + cause.supports.length > 0;
}
