import { AUDIENCES, type Audience } from '../vocabulary.ts';
import { audiencesOf, RESULT_KINDS, type ResultKind } from './model.ts';
import type { Hit } from './rank.ts';

/** What the reader wants to see; an empty value lets everything through. */
export interface Filters {
  readonly code: string;
  readonly audience: Audience | '';
  readonly kind: ResultKind | '';
}

export const NO_FILTERS: Filters = { code: '', audience: '', kind: '' };

/** Reads filters from an address or a form. Total: what is unknown is left out. */
export function readFilters(of: (name: string) => string | null): Filters {
  const known = <Value extends string>(values: readonly Value[], name: string): Value | '' =>
    values.find((value) => value === of(name)) ?? '';
  const code = of('code') ?? '';
  return {
    code: /^\d{3,4}$/.test(code) ? code : '',
    audience: known(AUDIENCES, 'for'),
    kind: known(RESULT_KINDS, 'kind'),
  };
}

/** The filters that are set, by the names that an address gives them. */
export function namedFilters({ code, audience, kind }: Filters): [name: string, value: string][] {
  const named: [string, string][] = [
    ['code', code],
    ['for', audience],
    ['kind', kind],
  ];
  return named.filter(([, value]) => value !== '');
}

export function passes({ entry }: Hit, { code, audience, kind }: Filters): boolean {
  return (
    (code === '' || entry.codes.includes(code)) &&
    (audience === '' || audiencesOf(entry.for).includes(audience)) &&
    (kind === '' || entry.kind === kind)
  );
}

/** Values that leave something of the hits, for each filter on top of the others; the one that is set stays in the list. */
export function choices(hits: readonly Hit[], filters: Filters) {
  const left = (without: Partial<Filters>) => hits.filter((hit) => passes(hit, { ...filters, ...without }));
  const codes = new Set(left({ code: '' }).flatMap(({ entry }) => entry.codes));
  const audiences = new Set(left({ audience: '' }).flatMap(({ entry }) => audiencesOf(entry.for)));
  const kinds = new Set(left({ kind: '' }).map(({ entry }) => entry.kind));
  return {
    codes: [...codes].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)),
    audiences: AUDIENCES.filter((one) => audiences.has(one)),
    kinds: RESULT_KINDS.filter((one) => kinds.has(one)),
  };
}
