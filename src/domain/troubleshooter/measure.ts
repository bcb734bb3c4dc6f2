import { explore, type State, valuesOf, waysOn } from './explore.ts';
import { type First, firstsOf } from './firsts.ts';
import { type Graph, lookup, nextOf } from './graph.ts';
import { supported, weigh } from './rank.ts';
import { rankAt } from './rank-at.ts';
import { follow } from './replay.ts';
import { type Depths, depthsOf, pathsOf, spreadFrom, type Spread } from './spread.ts';
import type { AnswerValue } from './walk.ts';

/** How far one question narrows things down. */
export interface Split {
  readonly question: string;
  /** Causes that can still be listed when it is asked. */
  readonly causes: number;
  /** Doubt about the first cause that it takes on average, in bits. */
  readonly bits: number;
  /** For each answer the share of the causes that is left, 0 to 1. */
  readonly left: readonly { readonly value: AnswerValue; readonly share: number }[];
}

/** What follows one answer to the first question. */
export interface Entry {
  readonly value: AnswerValue;
  readonly paths: number;
  readonly byPath: Depths;
  /** Where a reader ends who can check nothing from here on. */
  readonly unsure: { readonly end: string; readonly answers: number; readonly causes: number; readonly vague: boolean };
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
  readonly entries: readonly Entry[];
  readonly splits: readonly Split[];
  /** Causes that come first somewhere, the likeliest of our order first. */
  readonly firsts: readonly (First & { readonly cause: string; readonly weight: number })[];
  /** Answers until a cause stands first, each cause weighted by its likelihood. */
  readonly byLikelihood: number;
  /** Causes that no path puts first. */
  readonly neverFirst: readonly string[];
  /** Ends where nothing that the reader told points to the first cause, with the number of states in which that is so. */
  readonly vague: ReadonlyMap<string, number>;
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

function splitsOf(graph: Graph, bits: ReadonlyMap<string, number>): Split[] {
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
    return { question: id, causes: causes.size, bits: bits.get(id) ?? 0, left };
  });
}

/** Follows "I can't check this" from a state to its end. */
function unsureFrom(graph: Graph, from: State, answers = 0): Entry['unsure'] {
  const ways = waysOn(graph, from);
  const next = ways.find((way) => way.value === 'unsure') ?? ways[0];
  if (next !== undefined) return unsureFrom(graph, next, answers + (next.implied ? 0 : 1));
  const { ordered } = rankAt(graph, from.node, from.evidence);
  const vague = ordered[0] === undefined || !supported(ordered[0]);
  return { end: from.node, answers, causes: ordered.length, vague };
}

/** Measures a whole graph; it must be without loops. */
export function measure(graph: Graph): Measure {
  const vague = new Map<string, number>();
  const states = explore(graph, ({ end, evidence }) => {
    const [first] = rankAt(graph, end, evidence).ordered;
    if (first === undefined || !supported(first)) vague.set(end, (vague.get(end) ?? 0) + 1);
  });
  const memo = new Map<string, Spread>();
  const start: State = { node: graph.start, evidence: [] };
  const spread = spreadFrom(graph, start, memo);
  const { firsts: found, bits } = firstsOf(graph);
  const weightOf = (cause: string): number => lookup(graph.causes, cause)?.weight ?? 0;
  const firsts = [...found]
    .map(([cause, first]) => ({ cause, weight: weightOf(cause), ...first }))
    .sort((a, b) => b.weight - a.weight || a.mean - b.mean || a.cause.localeCompare(b.cause));
  const total = firsts.reduce((sum, { weight }) => sum + weight, 0);
  return {
    questions: Object.keys(graph.questions).length,
    ends: Object.keys(graph.ends).length,
    states,
    paths: pathsOf(spread),
    byPath: depthsOf(spread, 'paths'),
    byReader: depthsOf(spread, 'chance'),
    entries: waysOn(graph, start).map((way) => {
      const after = spreadFrom(graph, way, memo);
      const spreadHere = new Map([...after].map(([answers, entry]) => [answers + 1, entry]));
      const unsure = unsureFrom(graph, way, 1);
      return { value: way.value, paths: pathsOf(after), byPath: depthsOf(spreadHere, 'paths'), unsure };
    }),
    splits: splitsOf(graph, bits),
    firsts,
    byLikelihood: total === 0 ? 0 : firsts.reduce((sum, { weight, mean }) => sum + weight * mean, 0) / total,
    neverFirst: Object.keys(graph.causes).filter((id) => !found.has(id)),
    vague,
  };
}
