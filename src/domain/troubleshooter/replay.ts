import { type Graph, type Question, reaches } from './graph.ts';
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

/** Adds symptoms; an explicit one replaces what its exclusive group held before. */
function learn(graph: Graph, evidence: string[], symptoms: readonly string[]): void {
  const groups = new Set(symptoms.flatMap((id) => graph.symptoms[id]?.group ?? []));
  const kept = evidence.filter((id) => !symptoms.includes(id) && !groups.has(graph.symptoms[id]?.group ?? ''));
  evidence.splice(0, evidence.length, ...kept, ...symptoms);
}

/** The part of a value that the question still offers; undefined when nothing is left. */
function valid(question: Question, value: AnswerValue): AnswerValue | undefined {
  if (typeof value === 'string') return value;
  const offered = question.answers.filter((answer) => value.includes(answer.symptom));
  const together = offered.filter((answer) => !answer.alone);
  const kept = question.several && together.length > 0 ? together : offered.slice(0, 1);
  return kept.length === 0 ? undefined : kept.map((answer) => answer.symptom);
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

function firstNode(graph: Graph, walk: Walk, at: string | undefined): string {
  const known = walk.answers.map((answer) => answer.question).filter((id) => graph.questions[id] !== undefined);
  if (known.includes(graph.start) || walk.seen.length > 0) return graph.start;
  const named = at !== undefined && (graph.questions[at] ?? graph.ends[at]) !== undefined ? at : undefined;
  const [first] = known;
  if (first === undefined) return named ?? graph.start;
  return first;
}

/**
 * Replays a walk from its first question. The result depends on nothing else.
 * Questions that the evidence already answers are passed without asking, unless `at` names one.
 * @param at the question named by the address; the walk stops there if it has no answer of its own
 */
export function replay(graph: Graph, walk: Walk, at?: string): Replay {
  const answers = new Map(walk.answers.map((answer) => [answer.question, answer.value]));
  const dropped: { answer: Answer; reason: DropReason }[] = [];
  const evidence = walk.seen.filter((id) => graph.symptoms[id] !== undefined);
  const steps: Step[] = [];
  let node = firstNode(graph, walk, at);
  for (let question = graph.questions[node]; question !== undefined; question = graph.questions[node]) {
    const given = answers.get(node);
    const value = given === undefined ? undefined : valid(question, given);
    answers.delete(node);
    if (given !== undefined && value === undefined) dropped.push({ answer: { question: node, value: given }, reason: 'unknown' });
    const implied = valid(question, evidence);
    if (value === undefined && (node === at || implied === undefined || typeof implied === 'string')) break;
    const taken = value ?? implied ?? 'unsure';
    if (typeof taken !== 'string') learn(graph, evidence, taken);
    steps.push({ question: node, value: taken, implied: value === undefined });
    node = follow(question, taken);
  }
  const held: Answer[] = [];
  for (const [question, value] of answers) {
    const known = graph.questions[question];
    if (known === undefined || valid(known, value) === undefined) dropped.push({ answer: { question, value }, reason: 'unknown' });
    else if (reaches(graph, node, question)) held.push({ question, value });
    else dropped.push({ answer: { question, value }, reason: 'unreachable' });
  }
  return { steps, current: node, atEnd: graph.questions[node] === undefined, held, dropped, evidence };
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
