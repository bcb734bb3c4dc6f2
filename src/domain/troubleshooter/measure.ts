import { explore, type State, stateKey, valuesOf, waysOn } from './explore.ts';
import { follow } from './replay.ts';
import { type Graph, lookup, nextOf } from './graph.ts';
import { rank, weigh } from './rank.ts';
import type { AnswerValue } from './walk.ts';

/** How far one question narrows things down. */
export interface Split {
  readonly question: string;
  /** Causes that can still be listed when it is asked. */
  readonly causes: number;
  /** For each answer the share of them that is left, 0 to 1. */
  readonly left: readonly { readonly value: AnswerValue; readonly share: number }[];
}

/** Number of answers from the first question to an end. */
export interface Depths {
  readonly median: number;
  readonly p90: number;
  readonly max: number;
}

export interface Measure {
  readonly questions: number;
  readonly ends: number;
  readonly states: number;
  /** Different rows of answers, each with its end. */
  readonly paths: number;
  /** Over all paths. */
  readonly byPath: Depths;
  /** Over readers who take each answer of a question equally often. */
  readonly byReader: Depths;
  readonly splits: readonly Split[];
  /** Causes that no path puts first. */
  readonly neverFirst: readonly string[];
  readonly vague: readonly string[];
}

/** Per number of answers: how many paths need it, and how likely it is when each answer is equally likely. */
type Spread = ReadonlyMap<number, { readonly paths: number; readonly chance: number }>;

function spreadFrom(graph: Graph, state: State, memo: Map<string, Spread>): Spread {
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

function depthsOf(spread: Spread, by: 'paths' | 'chance'): Depths {
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

/** Causes that an end after this node can list. */
function causesAfter(graph: Graph, node: string, memo: Map<string, ReadonlySet<string>>): ReadonlySet<string> {
  const known = memo.get(node);
  if (known !== undefined) return known;
  const question = lookup(graph.questions, node);
  const causes =
    question === undefined
      ? (lookup(graph.ends, node)?.causes ?? [])
      : nextOf(question).flatMap((next) => [...causesAfter(graph, next, memo)]);
  const found = new Set(causes);
  memo.set(node, found);
  return found;
}

function splitsOf(graph: Graph): Split[] {
  const memo = new Map<string, ReadonlySet<string>>();
  return Object.entries(graph.questions).map(([id, question]) => {
    const causes = causesAfter(graph, id, memo);
    const left = valuesOf(question).map((value) => {
      const evidence = new Set(typeof value === 'string' ? [] : value);
      const possible = [...causesAfter(graph, follow(question, value), memo)].filter(
        (cause) => weigh(graph, cause, evidence).excludes.length === 0,
      );
      return { value, share: causes.size === 0 ? 0 : possible.length / causes.size };
    });
    return { question: id, causes: causes.size, left };
  });
}

/** Measures a whole graph; it must be without loops. */
export function measure(graph: Graph): Measure {
  const first = new Set<string | undefined>();
  const states = explore(graph, ({ end, evidence }) => {
    first.add(rank(graph, lookup(graph.ends, end)?.causes ?? [], evidence).ordered[0]?.id);
  });
  const spread = spreadFrom(graph, { node: graph.start, evidence: [] }, new Map());
  return {
    questions: Object.keys(graph.questions).length,
    ends: Object.keys(graph.ends).length,
    states,
    paths: [...spread.values()].reduce((sum, { paths }) => sum + paths, 0),
    byPath: depthsOf(spread, 'paths'),
    byReader: depthsOf(spread, 'chance'),
    splits: splitsOf(graph),
    neverFirst: Object.keys(graph.causes).filter((id) => !first.has(id)),
    vague: Object.entries(graph.ends)
      .filter(([, end]) => end.vague)
      .map(([id]) => id),
  };
}
