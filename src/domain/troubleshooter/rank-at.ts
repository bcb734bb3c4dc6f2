import { type End, type Graph, lookup } from './graph.ts';
import { rank, weigh } from './rank.ts';

/**
 * The causes of an end to be ordered. Where they belong to several codes, those that cannot give the code that the
 * reader named are left out, except what a finding decides: one outage can show several codes. Where none can give
 * it, such as a code that the reader does not know, all stay.
 */
function candidates(graph: Graph, end: End | undefined, evidence: readonly string[]): readonly string[] {
  if (end?.byCode !== true) return end?.causes ?? [];
  const known = new Set(evidence);
  const gives = (id: string): boolean => lookup(graph.causes, id)?.codes?.some((code) => known.has(code)) ?? false;
  if (!end.causes.some(gives)) return end.causes;
  return end.causes.filter((id) => gives(id) || weigh(graph, id, known).decisive.length > 0);
}

/** Orders the causes of an end, as `rank` does, without those that cannot give the reader's code. */
export function rankAt(graph: Graph, end: string, evidence: readonly string[]): ReturnType<typeof rank> {
  return rank(graph, candidates(graph, lookup(graph.ends, end), evidence), evidence);
}
