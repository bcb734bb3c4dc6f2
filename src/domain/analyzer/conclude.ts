import { codeSymptoms, isOwn, timeSymptom } from './codes.ts';
import type { Draft } from './draft.ts';
import { type Finding, LINES_KEPT, type ReadError } from './model.ts';
import type { PatternBook } from './pattern.ts';
import { judge } from './verdict.ts';

/** One draft as an error; undefined when it is none. */
function toError(draft: Draft): ReadError | undefined {
  const code = draft.code ?? null;
  if (code === null && draft.vendor?.in !== 'page') return undefined;
  const verdict = judge({ code, marks: draft.marks, vendor: draft.vendor, originStatus: draft.originStatus });
  return {
    code,
    status: draft.status !== undefined && draft.status !== code ? draft.status : null,
    ...verdict,
    rayId: draft.ray ?? null,
    colo: draft.colo ?? null,
    when: draft.when ?? null,
    host: draft.host ?? null,
    elapsedSeconds: draft.seconds ?? null,
    vendor: draft.vendor?.name ?? null,
    lines: draft.lines,
    count: 1,
  };
}

/** Errors that are told as one: lines of a log about the same thing, or the same answer pasted again. */
function keyOf({ code, edge, host, vendor, rayId }: ReadError, record: boolean): string {
  return [code, edge, vendor, ...(record ? ['record', host] : [rayId])].join(' ');
}

/** The errors of a text in its order, equal ones as one. */
export function errorsOf(drafts: readonly Draft[]): ReadError[] {
  const errors = new Map<string, ReadError>();
  for (const draft of drafts) {
    const error = toError(draft);
    if (error === undefined) continue;
    const key = keyOf(error, draft.record);
    const known = errors.get(key);
    if (known === undefined) errors.set(key, error);
    else {
      const lines = [...new Set([...known.lines, ...error.lines])].slice(0, LINES_KEPT);
      errors.set(key, { ...known, lines, count: known.count + 1 });
    }
  }
  return [...errors.values()];
}

/** The findings that follow from the errors themselves: code, maker, time. */
export function readFindings(errors: readonly ReadError[], book: PatternBook): Finding[] {
  const findings: Finding[] = [];
  const tell = (symptom: string, pattern: string, says: string, lines: readonly number[]): void => {
    if (!Object.hasOwn(book.symptoms, symptom) || findings.some((known) => known.symptom === symptom)) return;
    findings.push({ symptom, lines, pattern, says, assumes: null });
  };
  for (const { code, status, edge, because, elapsedSeconds, lines } of errors) {
    if (code === null || (isOwn(code) && edge === 'absent')) continue;
    for (const symptom of codeSymptoms(book, code, status)) tell(symptom, 'code', `Read as error ${code}.`, lines);
    if (!isOwn(code) && edge === 'made') tell('maker-edge', 'code', because, lines);
    if (edge === 'relayed') tell('maker-origin', 'code', because, lines);
    const time = elapsedSeconds === null || edge === 'absent' ? undefined : timeSymptom(book, elapsedSeconds);
    if (time !== undefined) tell(time, 'elapsed', `The error came after ${String(elapsedSeconds)} seconds.`, lines);
  }
  return findings;
}
