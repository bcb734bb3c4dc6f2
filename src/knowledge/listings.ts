import { AREAS, type Area, BASIS_NAMES, BASIS_WEIGHT } from '../domain/vocabulary.ts';
import { START } from './graph.ts';
import type { Knowledge } from './model.ts';
import type { Cause } from './schemas/cause.ts';
import type { ErrorEntry } from './schemas/error.ts';
import type { Symptom } from './schemas/symptom.ts';
import { causesOf, codesInOrder } from './views.ts';

type NamedCause = Cause & { readonly id: string };

/** All causes in our order for the whole: weight of the basis, then the cause's rank. */
function causesInOrder(knowledge: Knowledge): NamedCause[] {
  const weight = (cause: Cause): number => BASIS_WEIGHT[cause.likelihood.basis];
  return [...knowledge.causes]
    .map(([id, cause]) => ({ ...cause, id }))
    .sort((a, b) => weight(b) - weight(a) || a.likelihood.rank - b.likelihood.rank || a.id.localeCompare(b.id));
}

/** All causes by area, in the order of the areas; within one, in our order. */
export function causesByArea(knowledge: Knowledge): { area: Area; causes: NamedCause[] }[] {
  const all = causesInOrder(knowledge);
  return AREAS.map((area) => ({ area, causes: all.filter((cause) => cause.area === area) })).filter(
    ({ causes }) => causes.length > 0,
  );
}

/** The codes that a cause gives, each once, in the cause's own order. */
export function codesOf(cause: Cause): string[] {
  return [...new Set(cause.codes.map((entry) => entry.code))];
}

/** Static paths of a collection: its ids, and its earlier ids with the id that each moved to. */
export function pathsWithAliases(table: ReadonlyMap<string, { readonly aliases: readonly string[] }>) {
  return [...table].flatMap(([id, { aliases }]) => [
    { params: { id }, props: { moved: undefined } },
    ...aliases.map((alias) => ({ params: { id: alias }, props: { moved: id } })),
  ]);
}

/** Questions that ask for the code: the first one, and those behind it that ask more exactly. */
const asksForCode = (id: string): boolean => id === START || id.startsWith(`${START}-`);

/** The answers that lead from a question to a symptom, as a query, and what follows; "none" leads on where no answer does. */
function wayTo(
  questions: Knowledge['questions'],
  id: string,
  symptom: string,
  before: readonly string[] = [],
): { query: string; next: string } | undefined {
  const question = questions.get(id);
  if (question === undefined || !asksForCode(id)) return undefined;
  const told = (value: string): string[] => [...before, `${id}=${value}`];
  const answer = question.answers.find((entry) => entry.symptom === symptom);
  if (answer !== undefined) return { query: told(symptom).join('&'), next: answer.next };
  for (const entry of [...question.answers, { symptom: 'none', next: question.none }]) {
    const way = wayTo(questions, entry.next, symptom, told(entry.symptom));
    if (way !== undefined) return way;
  }
  return undefined;
}

/** Address of the troubleshooter for someone who sees a code: past the questions that ask for it, where they know the code. */
export function troubleshooterStart(knowledge: Knowledge, code: string): string {
  const way = wayTo(knowledge.questions, START, `code-${code}`);
  return way === undefined ? '/troubleshoot/' : `/troubleshoot/${way.next}/?${way.query}`;
}

/** One time that a stopwatch can show: the clocks that run out then, and the causes that it speaks for. */
export interface StopwatchRow {
  readonly symptom: Symptom;
  readonly ends: readonly {
    readonly code: string;
    readonly at: ErrorEntry['breaks'][number];
    readonly clock: string;
  }[];
  readonly causes: readonly NamedCause[];
}

/** The times to the error that the troubleshooter knows, shortest first, with the codes whose clock lies within each. */
export function stopwatch(knowledge: Knowledge): StopwatchRow[] {
  const breaks = [...knowledge.errors.values()].flatMap((error) =>
    error.breaks.flatMap((at) => (at.clock === undefined ? [] : [{ code: error.code, at, clock: at.clock }])),
  );
  const seconds = (clock: string): number => Number(knowledge.figures.get(clock)?.values[0]?.value);
  const causes = causesInOrder(knowledge);
  return [...knowledge.symptoms.values()]
    .flatMap((symptom) => (symptom.seconds === undefined ? [] : [{ symptom, range: symptom.seconds }]))
    .sort((a, b) => a.range.min - b.range.min)
    .map(({ symptom, range }) => {
      const ends = breaks.filter(
        ({ clock }) => seconds(clock) >= range.min && seconds(clock) <= (range.max ?? Infinity),
      );
      const speaksFor = (cause: Cause): boolean =>
        cause.evidence.some(
          (entry) => entry.symptom === symptom.id && (entry.weight === 'supports' || entry.weight === 'decisive'),
        );
      const gives = (cause: Cause): boolean =>
        ends.length === 0 || ends.some((end) => cause.codes.some(({ code }) => code === end.code));
      return { symptom, ends, causes: causes.filter((cause) => speaksFor(cause) && gives(cause)) };
    });
}

/** The causes that a check confirms, in our order. */
export function confirmedBy(knowledge: Knowledge, check: string): NamedCause[] {
  return causesInOrder(knowledge).filter((cause) => cause.confirm.includes(check));
}

/** One row of the quick reference: a code, its first suspect, and whose opinion that is. */
export interface QuickRow {
  readonly error: ErrorEntry;
  readonly cause: NamedCause | undefined;
  readonly says: string;
}

/** The quick reference: where no publisher ranks the causes of a code, the first in our order stands, and says so. */
export function quickReference(knowledge: Knowledge): QuickRow[] {
  return codesInOrder(knowledge).flatMap((code) => {
    const error = knowledge.errors.get(code);
    if (error === undefined) return [];
    const [first] = causesOf(knowledge, code);
    const id = error.common?.cause ?? first?.id ?? '';
    const cause = knowledge.causes.get(id);
    const says = error.common?.says ?? (first === undefined ? '' : `First in our order. ${BASIS_NAMES[first.basis]}.`);
    return [{ error, cause: cause && { ...cause, id }, says }];
  });
}
