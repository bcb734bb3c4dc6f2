import { type Graph, lookup, type Question } from './graph.ts';
import type { AnswerValue } from './walk.ts';

/**
 * The symptoms of a list that the question offers and that may hold together, in the author's order.
 * Where one answer only may hold, that is the first; an answer that stands alone gives way to the others.
 */
export function offered(question: Question, symptoms: readonly string[]): readonly string[] {
  const found = question.answers.filter((answer) => symptoms.includes(answer.symptom));
  const together = found.filter((answer) => !answer.alone);
  const kept = question.several && together.length > 0 ? together : found.slice(0, 1);
  return kept.map((answer) => answer.symptom);
}

/** What a value says does not hold: everything offered, or what cannot stand beside the chosen ones. */
function denied(question: Question, value: AnswerValue): string[] {
  if (value === 'unsure') return [];
  const chosen = question.answers.filter((answer) => value.includes(answer.symptom));
  const alone = value === 'none' || chosen.some((answer) => answer.alone);
  return question.answers
    .filter((answer) => !chosen.includes(answer) && (alone || answer.alone))
    .map((answer) => answer.symptom);
}

/**
 * The evidence after one more answer, in the order in which it became known.
 * An answer replaces what its exclusive group held before, and what it says does not hold.
 */
export function learn(graph: Graph, evidence: readonly string[], question: Question, value: AnswerValue): string[] {
  const symptoms = typeof value === 'string' ? [] : value;
  const groupOf = (id: string): string | undefined => lookup(graph.symptoms, id)?.group;
  const groups = new Set(symptoms.flatMap((id) => groupOf(id) ?? []));
  const gone = new Set([...symptoms, ...denied(question, value)]);
  return [...evidence.filter((id) => !gone.has(id) && !groups.has(groupOf(id) ?? '')), ...symptoms];
}
