import { type Graph, lookup } from './graph.ts';

/** Groups of symptoms that name a code. */
export const CODE_GROUPS: readonly (string | undefined)[] = ['code', 'code-1xxx', 'code-neighbour', 'inner-code'];

/** The codes that were seen, as numbers in words, in the order in which they became known. */
export function codesSeen(graph: Graph, evidence: readonly string[]): string[] {
  const named = evidence.filter((id) => CODE_GROUPS.includes(lookup(graph.symptoms, id)?.group));
  return [...new Set(named.flatMap((id) => /^code-(\d+)(?!\w)/.exec(id)?.[1] ?? []))];
}

/** How long the error takes, such as "after about 20 s"; empty when nobody looked, or when it varies. */
export function timeSeen(graph: Graph, evidence: readonly string[]): string {
  const { label = '' } = evidence.map((id) => lookup(graph.symptoms, id)).find((seen) => seen?.group === 'time') ?? {};
  if (label.startsWith('about')) return `after ${label}`;
  return label.startsWith('under') ? `in ${label}` : '';
}
