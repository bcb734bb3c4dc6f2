import { type Arrival, explore } from './explore.ts';
import type { Graph } from './graph.ts';
import type { RankedCause } from './rank.ts';
import { rankAt } from './rank-at.ts';
import { replay, type Replay } from './replay.ts';

/** The causes of an end in the order of the evidence; excluded ones are left out. */
function ordered(graph: Graph, end: string, evidence: readonly string[]): readonly RankedCause[] {
  return rankAt(graph, end, evidence).ordered;
}

/** The ways to each end that puts this cause first there with the fewest answers, shortest first. */
export function waysTo(graph: Graph, cause: string): Arrival[] {
  const nearest = new Map<string, Arrival>();
  explore(graph, (arrival) => {
    const before = nearest.get(arrival.end);
    if (before !== undefined && before.answers.length <= arrival.answers.length) return;
    if (ordered(graph, arrival.end, arrival.evidence)[0]?.id === cause) nearest.set(arrival.end, arrival);
  });
  return [...nearest.values()].sort((a, b) => a.answers.length - b.answers.length);
}

/** Where findings lead before anything is asked, and from there with every further answer. */
export interface Outlook {
  readonly replay: Replay;
  /** Ends that can follow, each with its causes after the nearest way there. */
  readonly ends: readonly { readonly end: string; readonly answers: number; readonly causes: readonly RankedCause[] }[];
}

/** Follows findings as far as they answer the questions, then every way on. */
export function outlook(graph: Graph, findings: readonly string[]): Outlook {
  const start = replay(graph, { answers: [], seen: findings });
  const ends = new Map<string, Outlook['ends'][number]>();
  const from = { node: start.current, evidence: start.evidence };
  const visit = ({ end, answers, evidence }: Arrival): void => {
    const before = ends.get(end);
    if (before !== undefined && before.answers <= answers.length) return;
    ends.set(end, { end, answers: answers.length, causes: ordered(graph, end, evidence) });
  };
  explore(graph, visit, undefined, from);
  return { replay: start, ends: [...ends.values()].sort((a, b) => a.answers - b.answers) };
}
