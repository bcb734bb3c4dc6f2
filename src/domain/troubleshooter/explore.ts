import type { Graph, Question } from './graph.ts';
import { follow } from './replay.ts';
import type { Answer, AnswerValue } from './walk.ts';

/** A way from the first question to an end. */
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

/**
 * Visits every state of question and evidence once and reports each arrival at an end.
 * @returns the number of states
 * @throws when there are more states than `limit`: questions must be merged then
 */
export function explore(graph: Graph, visit: (arrival: Arrival) => void, limit = 200_000): number {
  const known = new Set<string>();
  const open: { node: string; answers: Answer[]; evidence: string[] }[] = [{ node: graph.start, answers: [], evidence: [] }];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const key = `${state.node} ${[...state.evidence].sort().join(' ')}`;
    if (known.has(key)) continue;
    known.add(key);
    if (known.size > limit) throw new Error(`the troubleshooter has over ${String(limit)} states; merge questions`);
    const question = graph.questions[state.node];
    if (question === undefined) {
      visit({ end: state.node, answers: state.answers, evidence: state.evidence });
      continue;
    }
    for (const value of valuesOf(question)) {
      const symptoms = typeof value === 'string' ? [] : value;
      open.push({
        node: follow(question, value),
        answers: [...state.answers, { question: state.node, value }],
        evidence: [...state.evidence.filter((id) => !symptoms.includes(id)), ...symptoms],
      });
    }
  }
  return known.size;
}
