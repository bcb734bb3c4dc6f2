import { type State, stateKey, type Way, waysOn } from './explore.ts';
import type { Graph } from './graph.ts';
import { rankAt } from './rank-at.ts';

/** How readers who take each answer equally often come to a first cause. */
export interface First {
  /** Share of the readers, 0 to 1. */
  readonly chance: number;
  /** Answers that they give on average. */
  readonly mean: number;
  /** Answers on the shortest way. */
  readonly least: number;
}

type Firsts = ReadonlyMap<string, First>;

/** A state with its ways on, and the causes that come first behind it. */
interface Node {
  readonly state: State;
  readonly ways: readonly Way[];
  readonly firsts: Firsts;
}

function merge(sum: Map<string, First>, cause: string, more: First): void {
  const { chance, mean, least } = sum.get(cause) ?? { chance: 0, mean: 0, least: Infinity };
  const both = chance + more.chance;
  sum.set(cause, {
    chance: both,
    mean: (mean * chance + more.mean * more.chance) / both,
    least: Math.min(least, more.least),
  });
}

/** Puts every state behind this one into `nodes`, each after all that follow it. */
function visit(graph: Graph, state: State, nodes: Map<string, Node>): Firsts {
  const key = stateKey(state);
  const known = nodes.get(key);
  if (known !== undefined) return known.firsts;
  const ways = waysOn(graph, state);
  const firsts = new Map<string, First>();
  if (ways.length === 0) {
    const [first] = rankAt(graph, state.node, state.evidence).ordered;
    if (first !== undefined) firsts.set(first.id, { chance: 1, mean: 0, least: 0 });
  }
  for (const way of ways) {
    const step = way.implied ? 0 : 1;
    for (const [cause, { chance, mean, least }] of visit(graph, way, nodes))
      merge(firsts, cause, { chance: chance / ways.length, mean: mean + step, least: least + step });
  }
  nodes.set(key, { state, ways, firsts });
  return firsts;
}

/** Doubt about the first cause, in bits: 0 when it is certain, 1 between two that are equally likely. */
function doubt(firsts: Firsts): number {
  return [...firsts.values()].reduce((sum, { chance }) => sum - chance * Math.log2(chance), 0);
}

/**
 * How readers come to each first cause, and how many bits of doubt about it each question takes on average.
 * A question of 0 bits changes nothing in what comes first.
 */
export function firstsOf(graph: Graph): { firsts: Firsts; bits: ReadonlyMap<string, number> } {
  const nodes = new Map<string, Node>();
  const start: State = { node: graph.start, evidence: [] };
  const firsts = visit(graph, start, nodes);
  const reached = new Map([[stateKey(start), 1]]);
  const sums = new Map<string, { chance: number; bits: number }>();
  for (const [key, { state, ways, firsts: before }] of [...nodes].reverse()) {
    const chance = reached.get(key) ?? 0;
    let gain = doubt(before);
    for (const way of ways) {
      const next = stateKey(way);
      reached.set(next, (reached.get(next) ?? 0) + chance / ways.length);
      gain -= doubt(nodes.get(next)?.firsts ?? new Map()) / ways.length;
    }
    if (ways.length < 2) continue;
    const sum = sums.get(state.node) ?? { chance: 0, bits: 0 };
    sums.set(state.node, { chance: sum.chance + chance, bits: sum.bits + chance * gain });
  }
  return { firsts, bits: new Map([...sums].map(([id, sum]) => [id, sum.bits / sum.chance])) };
}
