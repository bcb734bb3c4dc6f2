import { learn, offered } from './evidence.ts';
import { type Graph, lookup, type Question } from './graph.ts';
import { follow } from './replay.ts';
import type { Answer, AnswerValue } from './walk.ts';

/** Where a walk stands, and what it knows: nothing else decides how it can go on. */
export interface State {
  readonly node: string;
  readonly evidence: readonly string[];
}

/** One way on from a state. */
export interface Way extends State {
  readonly value: AnswerValue;
  /** Taken without asking, because the evidence answers the question. */
  readonly implied: boolean;
}

/** A shortest way from the first question to an end. */
export interface Arrival {
  readonly end: string;
  readonly answers: readonly Answer[];
  readonly evidence: readonly string[];
}

/** The values worth trying: each symptom alone, all of them where several may hold, none, unsure. */
export function valuesOf(question: Question): AnswerValue[] {
  const single = question.answers.map((answer) => [answer.symptom]);
  const together = question.answers.filter((answer) => !answer.alone).map((answer) => answer.symptom);
  const all = question.several && together.length > 1 ? [together] : [];
  return [...single, ...all, 'none', 'unsure'];
}

/** Name of a state; the order in which things became known does not matter. */
export function stateKey(state: State): string {
  return `${state.node} ${[...state.evidence].sort().join(' ')}`;
}

/** The ways on from a state, by the same rules as a replay; none from an end. */
export function waysOn(graph: Graph, { node, evidence }: State): Way[] {
  const question = lookup(graph.questions, node);
  if (question === undefined) return [];
  const known = offered(question, evidence);
  const implied = known.length > 0;
  return (implied ? [known] : valuesOf(question)).map((value) => ({
    value,
    implied,
    node: follow(question, value),
    evidence: learn(graph, evidence, question, value),
  }));
}

/**
 * Visits every state of question and evidence once, nearest first, and reports each arrival at an end.
 * @param from where to begin; the first question, with nothing known, when left out
 * @returns the number of states
 * @throws when there are more states than `limit`: questions must be merged then
 */
export function explore(
  graph: Graph,
  visit: (arrival: Arrival) => void,
  limit = 200_000,
  from: State = { node: graph.start, evidence: [] },
): number {
  const known = new Set([stateKey(from)]);
  const open: (State & { answers: readonly Answer[] })[] = [{ ...from, answers: [] }];
  // The list grows while it is walked: a queue.
  for (const { node, evidence, answers } of open) {
    const ways = waysOn(graph, { node, evidence });
    if (ways.length === 0) visit({ end: node, answers, evidence });
    for (const way of ways) {
      const key = stateKey(way);
      if (known.has(key)) continue;
      known.add(key);
      if (known.size > limit) throw new Error(`the troubleshooter has over ${String(limit)} states; merge questions`);
      open.push({
        node: way.node,
        evidence: way.evidence,
        answers: way.implied ? answers : [...answers, { question: node, value: way.value }],
      });
    }
  }
  return known.size;
}
