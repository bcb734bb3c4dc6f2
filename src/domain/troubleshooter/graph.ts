import type { Access, Area, Station, SymptomKind, Vantage, Weight } from '../vocabulary.ts';

/** What the troubleshooter knows: made at build time from the content, fetched once by the island. */
export interface Graph {
  /** Id of the first question. */
  readonly start: string;
  readonly questions: Readonly<Record<string, Question>>;
  readonly ends: Readonly<Record<string, End>>;
  readonly symptoms: Readonly<Record<string, Symptom>>;
  readonly causes: Readonly<Record<string, Cause>>;
  readonly checks: Readonly<Record<string, Check>>;
  /** Platforms that repairs have commands for. */
  readonly platforms: Readonly<Record<string, Platform>>;
}

export interface Question {
  readonly ask: string;
  /** Words that stand for the question in the list of answers. */
  readonly trail: string;
  readonly why: string;
  readonly checks: readonly string[];
  /** More than one answer may hold. */
  readonly several: boolean;
  readonly answers: readonly Choice[];
  readonly none: string;
  readonly unsure: string;
}

export interface Choice {
  readonly symptom: string;
  readonly see?: string | undefined;
  /** Cannot hold together with the other answers. */
  readonly alone?: boolean | undefined;
  readonly next: string;
}

export interface Symptom {
  readonly label: string;
  readonly kind: SymptomKind;
  readonly vantage: Vantage;
  readonly group?: string | undefined;
  /** What a reader must reach to see it, where every check that shows it takes more than a browser. */
  readonly needs?: Access | undefined;
  readonly clears?: readonly Station[] | undefined;
  readonly blames?: readonly Station[] | undefined;
}

export interface Evidence {
  readonly symptom: string;
  readonly weight: Weight;
}

export interface Cause {
  readonly title: string;
  readonly area: Area;
  /** Weight of its likelihood: 8, 4, 2, 1 or ½. */
  readonly weight: number;
  readonly evidence: readonly Evidence[];
  readonly confirm: readonly string[];
  /** Symptoms of the codes that it can give, where an end of several codes lists it. */
  readonly codes?: readonly string[] | undefined;
}

export interface End {
  readonly title: string;
  readonly text: string;
  readonly fails?: Station | undefined;
  readonly vague: boolean;
  readonly causes: readonly string[];
  /** Its causes belong to several codes: those that cannot give the reader's code are left out. */
  readonly byCode?: boolean | undefined;
  readonly decides: readonly { readonly between: readonly [string, string]; readonly check: string }[];
  readonly visitor: string;
  readonly client: string;
  /** What to ask the host to look at. */
  readonly host?: string | undefined;
}

export interface Platform {
  readonly name: string;
  readonly kind: string;
}

export interface Check {
  readonly title: string;
  readonly access: Access;
}

export interface CheckCommand {
  readonly caption: string;
  readonly run: string;
  /** What the reader must reach to run it, where that is more than the check itself takes. */
  readonly needs?: Access | undefined;
}

/** What to do for a check. */
export interface CheckDetails {
  readonly how?: string | undefined;
  readonly commands: readonly CheckCommand[];
  readonly sample?: string | undefined;
  /** What the output looks like for each answer. */
  readonly looks: readonly { readonly answer: string; readonly looks: string }[];
}

/** What an end tells about a cause. */
export interface CauseDetails {
  readonly summary: string;
  readonly confirmedIf: string;
  readonly ruledOutIf: string;
  readonly fix: string;
  readonly verify: string;
  /** Why a symptom bears on the cause, by the symptom's id, where it is not obvious. */
  readonly because: Readonly<Record<string, string>>;
}

/** The texts that walking does not need. Fetched after the graph. */
export interface Details {
  readonly checks: Readonly<Record<string, CheckDetails>>;
  readonly causes: Readonly<Record<string, CauseDetails>>;
  /** Symptoms as full sentences. */
  readonly statements: Readonly<Record<string, string>>;
}

/**
 * An entry of one of the graph's tables. Ids come from addresses, and the tables are plain objects:
 * a bare look-up of "constructor" would find what every object inherits.
 */
export function lookup<T>(table: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined;
}

/** A symptom as a full sentence, or in a few words as long as the details are on their way. */
export function statementOf(graph: Graph, details: Details | undefined, symptom: string): string {
  return (details && lookup(details.statements, symptom)) ?? lookup(graph.symptoms, symptom)?.label ?? symptom;
}

/** Questions and ends that an answer to this question can lead to, each once. */
export function nextOf(question: Question): string[] {
  return [...new Set([...question.answers.map((answer) => answer.next), question.none, question.unsure])];
}

/** True when `to` can still be reached from `from`. */
export function reaches(graph: Graph, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === to) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    const question = lookup(graph.questions, node);
    if (question !== undefined) open.push(...nextOf(question));
  }
  return false;
}

/** The most questions that can still follow, this one included; 0 at an end. */
export function questionsAhead(graph: Graph, node: string, memo = new Map<string, number>()): number {
  const known = memo.get(node);
  if (known !== undefined) return known;
  const question = lookup(graph.questions, node);
  if (question === undefined) return 0;
  memo.set(node, 1);
  const depth = 1 + Math.max(...nextOf(question).map((next) => questionsAhead(graph, next, memo)));
  memo.set(node, depth);
  return depth;
}
