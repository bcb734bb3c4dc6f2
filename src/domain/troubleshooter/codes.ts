import { type Graph, lookup, type Question } from './graph.ts';
import type { Answer, Walk } from './walk.ts';

/** Groups of symptoms that name a code. */
export const CODE_GROUPS: readonly (string | undefined)[] = ['code', 'code-1xxx', 'code-neighbour', 'inner-code'];

/** The codes that were seen, as numbers in words, in the order in which they became known. */
export function codesSeen(graph: Graph, evidence: readonly string[]): string[] {
  const named = evidence.filter((id) => CODE_GROUPS.includes(lookup(graph.symptoms, id)?.group));
  return [...new Set(named.flatMap((id) => /^code-(\d+)(?!\w)/.exec(id)?.[1] ?? []))];
}

const offers = (question: Question | undefined, symptom: string): boolean =>
  question?.answers.some((choice) => choice.symptom === symptom) ?? false;

/** The answers from the first question on that name a code: one, or two where a later question tells such codes apart. */
function answersTo(graph: Graph, symptom: string): Answer[] {
  const start = lookup(graph.questions, graph.start);
  if (offers(start, symptom)) return [{ question: graph.start, value: [symptom] }];
  const on = start?.answers.find(({ next }) => offers(lookup(graph.questions, next), symptom));
  if (on === undefined) return [];
  return [
    { question: graph.start, value: [on.symptom] },
    { question: on.next, value: [symptom] },
  ];
}

/**
 * Reads a bare number that answers the first question, as somebody types it: `code=522` is its answer code-522, and `code=1016`
 * is the two answers that name that code. A number that no question offers stays, to be told as unknown.
 */
export function withCode(graph: Graph, walk: Walk): Walk {
  const given = walk.answers.find(({ question }) => question === graph.start)?.value;
  if (given?.length !== 1 || !/^\d+$/.test(given[0] ?? '')) return walk;
  const named = answersTo(graph, `code-${given[0] ?? ''}`);
  if (named.length === 0) return walk;
  const others = walk.answers.filter(({ question }) => named.every((answer) => answer.question !== question));
  return { ...walk, answers: [...named, ...others] };
}

/** How long the error takes, such as "after about 20 s"; empty when nobody looked, or when it varies. */
export function timeSeen(graph: Graph, evidence: readonly string[]): string {
  const { label = '' } = evidence.map((id) => lookup(graph.symptoms, id)).find((seen) => seen?.group === 'time') ?? {};
  if (label.startsWith('about')) return `after ${label}`;
  return label.startsWith('under') ? `in ${label}` : '';
}
