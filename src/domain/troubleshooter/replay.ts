import { learn, offered } from './evidence.ts';
import { type Graph, lookup, type Question, reaches } from './graph.ts';
import type { Answer, AnswerValue, Walk } from './walk.ts';

/** One question that was passed, and how. */
export interface Step {
  readonly question: string;
  readonly value: AnswerValue;
  /** Answered by what was found before, without asking. */
  readonly implied: boolean;
}

export type DropReason = 'unknown' | 'unreachable';

export interface Replay {
  readonly steps: readonly Step[];
  /** Question or end where the walk stands. */
  readonly current: string;
  readonly atEnd: boolean;
  /** Later answers that can still be reached; they count once the walk gets there. */
  readonly held: readonly Answer[];
  readonly dropped: readonly { readonly answer: Answer; readonly reason: DropReason }[];
  /** Symptoms that hold, in the order in which they became known. */
  readonly evidence: readonly string[];
}

/** Parts a value into what the question still offers and what it does not; either may be missing. */
function sift(
  question: Question,
  value: AnswerValue,
): { kept: AnswerValue | undefined; rest: AnswerValue | undefined } {
  if (typeof value === 'string') return { kept: value, rest: undefined };
  const kept = offered(question, value);
  const rest = value.filter((id) => !kept.includes(id));
  return { kept: kept.length === 0 ? undefined : kept, rest: rest.length === 0 ? undefined : rest };
}

/** The chosen symptoms after one more tick or one less; an answer that stands alone unticks the others. */
export function toggle(question: Question, chosen: readonly string[], symptom: string): string[] {
  if (chosen.includes(symptom)) return chosen.filter((id) => id !== symptom);
  const alone = (id: string): boolean => question.answers.some((answer) => answer.symptom === id && answer.alone);
  return alone(symptom) ? [symptom] : [...chosen.filter((id) => !alone(id)), symptom];
}

/** Where a value leads. With several symptoms the first in the author's order decides. */
export function follow(question: Question, value: AnswerValue): string {
  if (typeof value === 'string') return question[value];
  return question.answers.find((answer) => value.includes(answer.symptom))?.next ?? question.none;
}

/**
 * Where a walk begins: at the first question when it is answered, asked for, or when findings may answer it;
 * else at the earliest of the questions that it names, for an address can begin in the middle.
 */
function firstNode(graph: Graph, walk: Walk, evidence: readonly string[], at: string | undefined): string {
  const named = [...walk.answers.map((entry) => entry.question), ...(at === undefined ? [] : [at])];
  const [first, ...others] = named.filter((id) => lookup(graph.questions, id) !== undefined);
  if (evidence.length > 0 || named.includes(graph.start)) return graph.start;
  if (first === undefined) return at !== undefined && lookup(graph.ends, at) !== undefined ? at : graph.start;
  return others.reduce((earliest, id) => (reaches(graph, id, earliest) ? id : earliest), first);
}

/**
 * Replays a walk from its first question. The result depends on nothing else.
 * Questions that the evidence already answers are passed without asking, unless `at` names one.
 * @param at the question named by the address; the walk stops there if it has no answer of its own
 */
export function replay(graph: Graph, walk: Walk, at?: string): Replay {
  const answers = new Map(walk.answers.map((entry) => [entry.question, entry.value]));
  const dropped: { answer: Answer; reason: DropReason }[] = [];
  const keep = (id: string, question: Question, given: AnswerValue): AnswerValue | undefined => {
    const { kept, rest } = sift(question, given);
    if (rest !== undefined) dropped.push({ answer: { question: id, value: rest }, reason: 'unknown' });
    return kept;
  };
  let evidence = [...new Set(walk.seen)].filter((id) => lookup(graph.symptoms, id) !== undefined);
  const steps: Step[] = [];
  const passed = new Set<string>();
  let node = firstNode(graph, walk, evidence, at);
  for (
    let question = lookup(graph.questions, node);
    question !== undefined && !passed.has(node);
    question = lookup(graph.questions, node)
  ) {
    const given = answers.get(node);
    answers.delete(node);
    const value = given === undefined ? undefined : keep(node, question, given);
    const implied = node === at ? [] : offered(question, evidence);
    const taken = value ?? implied;
    if (taken.length === 0) break;
    evidence = learn(graph, evidence, question, taken);
    steps.push({ question: node, value: taken, implied: value === undefined });
    passed.add(node);
    node = follow(question, taken);
  }
  const held: Answer[] = [];
  for (const [question, given] of answers) {
    const known = lookup(graph.questions, question);
    const value = known === undefined ? undefined : keep(question, known, given);
    if (known === undefined) dropped.push({ answer: { question, value: given }, reason: 'unknown' });
    else if (value !== undefined && reaches(graph, node, question)) held.push({ question, value });
    else if (value !== undefined) dropped.push({ answer: { question, value }, reason: 'unreachable' });
  }
  return { steps, current: node, atEnd: lookup(graph.questions, node) === undefined, held, dropped, evidence };
}

/** The walk that a replay stands for, without what was dropped. */
export function walkOf(result: Replay, seen: readonly string[]): Walk {
  const given = result.steps.filter((step) => !step.implied).map(({ question, value }) => ({ question, value }));
  return { answers: [...given, ...result.held], seen };
}

/** The walk after one more answer. Later answers that were held stay, as far as they can still be reached. */
export function answer(walk: Walk, question: string, value: AnswerValue): Walk {
  const others = walk.answers.filter((entry) => entry.question !== question);
  return { ...walk, answers: [...others, { question, value }] };
}

/** The walk with one answer taken back, to be given anew. */
export function takeBack(walk: Walk, question: string): Walk {
  return { ...walk, answers: walk.answers.filter((entry) => entry.question !== question) };
}
