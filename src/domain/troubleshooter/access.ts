import { type Access, ACCESS_LEVELS, within } from '../vocabulary.ts';
import { type Choice, type Graph, lookup, type Question } from './graph.ts';

/** The answers of a question, parted by what the reader can reach. */
export interface SortedAnswers {
  readonly near: readonly Choice[];
  /** Answers that no check within reach can give. */
  readonly far: readonly Choice[];
  /** What the far ones take, from least to most. */
  readonly needs: readonly Access[];
}

/** Parts the answers of a question; each part keeps the author's order. */
export function sortAnswers(graph: Graph, question: Question, reached: Access): SortedAnswers {
  const need = ({ symptom }: Choice): Access => lookup(graph.symptoms, symptom)?.needs ?? ACCESS_LEVELS[0];
  const far = question.answers.filter((choice) => !within(need(choice), reached));
  return {
    near: question.answers.filter((choice) => !far.includes(choice)),
    far,
    needs: ACCESS_LEVELS.filter((level) => far.some((choice) => need(choice) === level)),
  };
}
