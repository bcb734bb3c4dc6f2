import { type State, stateKey, waysOn } from './explore.ts';
import type { Graph } from './graph.ts';

/** Number of answers to an end. */
export interface Depths {
  readonly median: number;
  readonly p90: number;
  readonly max: number;
}

/** Per number of answers: how many paths need it, and how likely it is when each answer is equally likely. */
export type Spread = ReadonlyMap<number, { readonly paths: number; readonly chance: number }>;

/** The spread of all ways from a state to an end. `memo` is filled on the way, by the names of states. */
export function spreadFrom(graph: Graph, state: State, memo: Map<string, Spread>): Spread {
  const key = stateKey(state);
  const known = memo.get(key);
  if (known !== undefined) return known;
  const ways = waysOn(graph, state);
  const spread = new Map<number, { paths: number; chance: number }>();
  if (ways.length === 0) spread.set(0, { paths: 1, chance: 1 });
  for (const way of ways) {
    for (const [answers, { paths, chance }] of spreadFrom(graph, way, memo)) {
      const depth = answers + (way.implied ? 0 : 1);
      const sum = spread.get(depth) ?? { paths: 0, chance: 0 };
      spread.set(depth, { paths: sum.paths + paths, chance: sum.chance + chance / ways.length });
    }
  }
  memo.set(key, spread);
  return spread;
}

/** Number of different rows of answers in a spread. */
export function pathsOf(spread: Spread): number {
  return [...spread.values()].reduce((sum, { paths }) => sum + paths, 0);
}

/** The depths of a spread: each path counted once, or each weighted by how likely readers take it. */
export function depthsOf(spread: Spread, by: 'paths' | 'chance'): Depths {
  const sorted = [...spread].sort(([a], [b]) => a - b).map(([depth, entry]) => ({ depth, weight: entry[by] }));
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  const max = sorted.at(-1)?.depth ?? 0;
  const within = (share: number): number => {
    let sum = 0;
    // The margin takes up what adding many small chances loses.
    return sorted.find(({ weight }) => (sum += weight) >= total * share - 1e-9)?.depth ?? max;
  };
  return { median: within(0.5), p90: within(0.9), max };
}
