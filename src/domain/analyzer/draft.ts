import { isInner, knows, together } from './codes.ts';
import type { Groups } from './compile.ts';
import { LINES_KEPT } from './model.ts';
import type { EdgeMark, PatternBook, Pattern, VendorPlace } from './pattern.ts';
import { readTime } from './times.ts';

/** What is gathered about one request while the text is read. */
export interface Draft {
  code?: string | undefined;
  status?: string | undefined;
  originStatus?: string | undefined;
  vendor?: { readonly name: string; readonly in: VendorPlace } | undefined;
  ray?: string | undefined;
  colo?: string | undefined;
  when?: string | undefined;
  host: string | undefined;
  seconds?: number | undefined;
  peer: string | undefined;
  because?: string | undefined;
  readonly marks: Set<EdgeMark>;
  readonly lines: number[];
  /** True for a line that stands for itself. */
  record: boolean;
}

/** A draft of a new request. An answer to a request keeps what is known of the request. */
export function newDraft(request?: Pick<Draft, 'host' | 'peer'>, record = false): Draft {
  return {
    host: request?.host,
    peer: request?.peer,
    marks: new Set(),
    lines: [],
    record,
  };
}

/** What one match says, in the terms of a draft. */
export interface Said {
  readonly code: string | undefined;
  readonly status: string | undefined;
  readonly originStatus: string | undefined;
  readonly ray: string | undefined;
  readonly colo: string | undefined;
  readonly when: string | undefined;
  readonly host: string | undefined;
  readonly seconds: number | undefined;
  readonly peer: string | undefined;
  readonly because: string | undefined;
}

const RAY = /^([0-9a-f]{16})(?:-([A-Z]{3}))?$/i;

function duration({ min, s, ms, ns }: Groups): number | undefined {
  if (min === undefined && s === undefined && ms === undefined && ns === undefined) return undefined;
  const total = Number(min ?? 0) * 60 + Number(s ?? 0) + Number(ms ?? 0) / 1e3 + Number(ns ?? 0) / 1e9;
  return Number.isFinite(total) ? Math.round(total * 1000) / 1000 : undefined;
}

/** A time that the pattern points at, or the one that stands on a line that begins something, as in a log. */
function whenOf(pattern: Pattern, { when }: Groups, text: string): string | undefined {
  if (when !== undefined) return readTime(when);
  return pattern.begins === undefined ? undefined : readTime(text);
}

/** Reads the groups of a match. */
export function saidBy(pattern: Pattern, groups: Groups, text: string, book: PatternBook): Said {
  const [, ray, rayColo] = RAY.exec(groups.ray ?? '') ?? [];
  const named = groups.code ?? pattern.code;
  const known = (code: string | undefined): string | undefined =>
    code !== undefined && knows(book, code) ? code : undefined;
  return {
    code: known(named) ?? known(groups.status),
    status: groups.status,
    originStatus: groups.originStatus,
    ray: ray?.toLowerCase(),
    colo: (groups.colo ?? rayColo)?.trim(),
    when: whenOf(pattern, groups, text),
    host: groups.host?.trim().toLowerCase().replace(/\.$/, ''),
    seconds: duration(groups),
    peer: groups.peer,
    because: groups.because,
  };
}

/** True when what is said cannot be of the same answer as the draft. */
export function contradicts(draft: Draft, said: Said): boolean {
  if (draft.ray !== undefined && said.ray !== undefined && draft.ray !== said.ray) return true;
  if (draft.code === undefined || said.code === undefined || draft.code === said.code) return false;
  if (isInner(said.code)) return isInner(draft.code) || !together(draft.code, said.code);
  return !(isInner(draft.code) && together(said.code, draft.code));
}

/** Adds to a draft what it does not know yet. A four-digit code stands over the status around it. */
export function add(draft: Draft, said: Said, pattern: Pattern, line: number): void {
  if (said.code !== undefined && (draft.code === undefined || isInner(said.code))) draft.code = said.code;
  draft.status ??= said.status ?? (said.code !== undefined && !isInner(said.code) ? said.code : undefined);
  draft.originStatus ??= said.originStatus;
  draft.ray ??= said.ray;
  draft.colo ??= said.colo;
  if (draft.when === undefined || (said.when?.endsWith('Z') === true && !draft.when.endsWith('Z')))
    draft.when = said.when ?? draft.when;
  draft.host ??= said.host;
  draft.seconds ??= said.seconds;
  draft.peer = said.peer ?? draft.peer;
  draft.because ??= said.because;
  if (pattern.edge !== undefined) draft.marks.add(pattern.edge);
  if (pattern.vendor !== undefined && draft.vendor?.in !== 'page') draft.vendor = pattern.vendor;
  if (draft.lines.at(-1) !== line && draft.lines.length < LINES_KEPT) draft.lines.push(line);
}
