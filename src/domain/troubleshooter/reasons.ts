import type { Graph } from './graph.ts';
import type { RankedCause, Reason } from './rank.ts';

/** What everyone with this code has in common tells nothing about one cause among its siblings. */
function telling(graph: Graph, reasons: readonly Reason[]): readonly Reason[] {
  const own = reasons.filter((reason) => graph.symptoms[reason.symptom]?.group !== 'code');
  return own.length === 0 ? reasons : own;
}

/** The reasons worth showing for a cause: the reader's findings for it, decisive first, and those against it. */
export function tellingReasons(
  graph: Graph,
  cause: RankedCause,
): { for: readonly Reason[]; against: readonly Reason[] } {
  return { for: telling(graph, [...cause.decisive, ...cause.supports]), against: cause.against };
}
