import type { PathClock } from '../domain/path/draw.ts';
import type { CodeView } from '../domain/path/station.ts';
import { BASIS_WEIGHT, type Basis, type Station } from '../domain/vocabulary.ts';
import type { Knowledge } from './model.ts';
import type { Cause } from './schemas/cause.ts';
import type { Dispute } from './schemas/dispute.ts';
import type { ErrorEntry } from './schemas/error.ts';
import type { Symptom } from './schemas/symptom.ts';

export interface CauseOfCode {
  readonly id: string;
  readonly cause: Cause;
  readonly produces: Cause['codes'][number];
  readonly basis: Basis;
}

/** The causes of a code in our order: weight of the basis, then the cause's rank. */
export function causesOf(knowledge: Knowledge, code: string): CauseOfCode[] {
  const found: CauseOfCode[] = [];
  for (const [id, cause] of knowledge.causes) {
    const produces = cause.codes.find((entry) => entry.code === code);
    if (produces !== undefined) found.push({ id, cause, produces, basis: produces.basis ?? cause.likelihood.basis });
  }
  return found.sort((a, b) => BASIS_WEIGHT[b.basis] - BASIS_WEIGHT[a.basis] || a.cause.likelihood.rank - b.cause.likelihood.rank || a.id.localeCompare(b.id));
}

/** The clocks that stand in the drawing of the path. */
export function pathClocks(knowledge: Knowledge): PathClock[] {
  return [...knowledge.figures].flatMap(([id, figure]) =>
    figure.stage === undefined || figure.ends === undefined || figure.mark === undefined
      ? []
      : [{ id, stage: figure.stage, value: knowledge.figure(id) ?? '', ends: figure.ends, mark: figure.mark }],
  );
}

/** Disputes that touch an error or a cause. */
export function disputesOf(knowledge: Knowledge, kind: 'errors' | 'causes', id: string): (Dispute & { id: string })[] {
  return [...knowledge.disputes.values()].filter((dispute) => dispute[kind].includes(id));
}

/** The codes of the 52x family in order, with 530 last. */
export function codesInOrder(knowledge: Knowledge): string[] {
  return [...knowledge.errors.keys()].sort((a, b) => a.length - b.length || a.localeCompare(b));
}

/** The codes at each station of the path, for the index. A code with two conditions stands at both. */
export function codesByStation(knowledge: Knowledge, url: (path: string) => string): Map<Station, CodeView[]> {
  const stations = new Map<Station, CodeView[]>();
  for (const code of codesInOrder(knowledge)) {
    const error = knowledge.errors.get(code);
    if (error === undefined || error.status === 'historic') continue;
    for (const entry of error.breaks) {
      stations.set(entry.at, [...(stations.get(entry.at) ?? []), { code, label: entry.label, href: url(`/${code}/`) }]);
    }
  }
  return stations;
}

/** All causes by area, in the order of the areas; within one, in our order for the whole. */
export function causesByArea(knowledge: Knowledge): { area: Area; causes: (Cause & { id: string })[] }[] {
  const weight = (cause: Cause): number => BASIS_WEIGHT[cause.likelihood.basis];
  const all = [...knowledge.causes].map(([id, cause]) => ({ ...cause, id }));
  all.sort((a, b) => weight(b) - weight(a) || a.likelihood.rank - b.likelihood.rank || a.id.localeCompare(b.id));
  return AREAS.map((area) => ({ area, causes: all.filter((cause) => cause.area === area) })).filter(({ causes }) => causes.length > 0);
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

/** Address of the troubleshooter for someone who sees a code: past the question that asks for it, where it knows the code. */
export function troubleshooterStart(knowledge: Knowledge, code: string): string {
  const symptom = `code-${code}`;
  const answer = knowledge.questions.get(START)?.answers.find((entry) => entry.symptom === symptom);
  return answer === undefined ? '/troubleshoot/' : `/troubleshoot/${answer.next}/?${START}=${symptom}`;
}

/** One time that a stopwatch can show: the clocks that run out then, and the causes that it speaks for. */
export interface StopwatchRow {
  readonly symptom: Symptom;
  readonly ends: readonly { readonly code: string; readonly at: ErrorEntry['breaks'][number]; readonly clock: string }[];
  readonly causes: readonly (Cause & { readonly id: string })[];
}

/** The times to the error that the troubleshooter knows, shortest first, with the codes whose clock lies within each. */
export function stopwatch(knowledge: Knowledge): StopwatchRow[] {
  const breaks = [...knowledge.errors.values()].flatMap((error) =>
    error.breaks.flatMap((at) => (at.clock === undefined ? [] : [{ code: error.code, at, clock: at.clock }])),
  );
  const seconds = (clock: string): number => Number(knowledge.figures.get(clock)?.values[0]?.value);
  const causes = causesByArea(knowledge).flatMap((group) => group.causes);
  return [...knowledge.symptoms.values()]
    .flatMap((symptom) => (symptom.seconds === undefined ? [] : [{ symptom, range: symptom.seconds }]))
    .sort((a, b) => a.range.min - b.range.min)
    .map(({ symptom, range }) => {
      const ends = breaks.filter(({ clock }) => seconds(clock) >= range.min && seconds(clock) <= (range.max ?? Infinity));
      const speaksFor = (cause: Cause): boolean =>
        cause.evidence.some((entry) => entry.symptom === symptom.id && (entry.weight === 'supports' || entry.weight === 'decisive'));
      const gives = (cause: Cause): boolean => ends.length === 0 || ends.some((end) => cause.codes.some(({ code }) => code === end.code));
      return { symptom, ends, causes: causes.filter((cause) => speaksFor(cause) && gives(cause)) };
    });
}

/** The causes that a check confirms, in the order of their ids. */
export function confirmedBy(knowledge: Knowledge, check: string): (Cause & { id: string })[] {
  return [...knowledge.causes].filter(([, cause]) => cause.confirm.includes(check)).map(([id, cause]) => ({ ...cause, id }));
}
