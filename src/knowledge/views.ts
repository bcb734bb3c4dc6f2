import type { PathClock } from '../domain/path/draw.ts';
import type { CodeView } from '../domain/path/station.ts';
import { BASIS_WEIGHT, type Basis, type Station } from '../domain/vocabulary.ts';
import type { Knowledge } from './model.ts';
import type { Cause } from './schemas/cause.ts';
import type { Dispute } from './schemas/dispute.ts';
import type { ErrorEntry } from './schemas/error.ts';

/** Causes that an error page names itself; a page of their own lists all. It must arrive with the first answer. */
export const CAUSES_ON_PAGE = 13;

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
  return found.sort(
    (a, b) =>
      BASIS_WEIGHT[b.basis] - BASIS_WEIGHT[a.basis] ||
      a.cause.likelihood.rank - b.cause.likelihood.rank ||
      a.id.localeCompare(b.id),
  );
}

/** The clocks that stand in the drawing of the path. */
export function pathClocks(knowledge: Knowledge): PathClock[] {
  return [...knowledge.figures].flatMap(([id, figure]) =>
    figure.stage === undefined || figure.ends === undefined || figure.mark === undefined
      ? []
      : [{ id, stage: figure.stage, value: knowledge.figure(id) ?? '', ends: figure.ends, mark: figure.mark }],
  );
}

/** Disputes that touch an error or a cause, first those that touch little else. */
export function disputesOf(knowledge: Knowledge, kind: 'errors' | 'causes', id: string): (Dispute & { id: string })[] {
  return [...knowledge.disputes.values()]
    .filter((dispute) => dispute[kind].includes(id))
    .sort((a, b) => a[kind].length - b[kind].length);
}

/** The families in the order of every list; 52x and 530 are one row of numbers. */
const FAMILY_ORDER: Readonly<Record<ErrorEntry['family'], number>> = { '52x': 0, '530': 0, neighbour: 1, '1xxx': 2 };

/** The codes in order: 52x with 530 last, then the neighbours, then the 1xxx. */
export function codesInOrder(knowledge: Knowledge): string[] {
  return [...knowledge.errors]
    .sort(([a, one], [b, other]) => FAMILY_ORDER[one.family] - FAMILY_ORDER[other.family] || a.localeCompare(b))
    .map(([code]) => code);
}

/** The codes at each station of the path, for the index: of the 1xxx the featured. A code with two conditions stands at both. */
export function codesByStation(knowledge: Knowledge, url: (path: string) => string): Map<Station, CodeView[]> {
  const stations = new Map<Station, CodeView[]>();
  for (const code of codesInOrder(knowledge)) {
    const error = knowledge.errors.get(code);
    if (error === undefined || error.status === 'historic') continue;
    if (error.family === '1xxx' && !error.featured) continue;
    for (const entry of error.breaks) {
      stations.set(entry.at, [...(stations.get(entry.at) ?? []), { code, label: entry.label, href: url(`/${code}/`) }]);
    }
  }
  return stations;
}

/** Codes with more causes than their page names; each has a page that lists all of them. */
export function codesWithList(knowledge: Knowledge): string[] {
  return [...knowledge.errors.keys()].filter((code) => causesOf(knowledge, code).length > CAUSES_ON_PAGE);
}
