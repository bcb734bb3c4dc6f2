/** The patterns as the analyzer gets them: made at build time from content/patterns, fetched once on first use. */

/**
 * What a line says about Cloudflare's part.
 * `transit`: the answer passed through Cloudflare. `made`: only Cloudflare writes this. `branded`: Cloudflare's page with its
 * three boxes or its footer. `relayed`: the origin gave this very status. `outside`: the request did not touch Cloudflare.
 */
export const EDGE_MARKS = ['transit', 'made', 'branded', 'relayed', 'outside'] as const;
export type EdgeMark = (typeof EDGE_MARKS)[number];

/** Where another product shows itself: in a page of its own, or in a header that any answer may carry. */
export const VENDOR_PLACES = ['page', 'header'] as const;
export type VendorPlace = (typeof VENDOR_PLACES)[number];

/**
 * What begins at a line. `request`: a new request, which knows nothing of what came before. `response`: an answer to the
 * request above. `page`: a page or body, which belongs to the answer above unless that has one already. `record`: the line
 * stands for itself, as in a log.
 */
export const BEGINNINGS = ['request', 'response', 'page', 'record'] as const;
export type Beginning = (typeof BEGINNINGS)[number];

/** Names of groups in a pattern's expression, and what each holds. */
export const GROUPS = {
  code: 'a code of ours: 522, 1016',
  status: 'an HTTP status; becomes the code when it is one of ours',
  originStatus: 'the status that the origin gave, in logs of Cloudflare',
  ray: 'a Ray ID, with or without its location',
  colo: 'edge location, as a code of three letters or a city',
  when: 'a time in any of the forms of times.ts',
  host: 'host name',
  peer: 'address or name that the request was sent to',
  via: 'address that a server says the request came from',
  source: 'an address that must lie in Cloudflare’s ranges, else the pattern does not match',
  outsider: 'an address that must not lie in Cloudflare’s ranges, else the pattern does not match',
  min: 'minutes of the time to the error, added to s',
  s: 'seconds of the time to the error',
  ms: 'milliseconds of the time to the error',
  ns: 'nanoseconds of the time to the error',
  symptom: 'id of a symptom, printed by diagnose.sh',
  says: 'what diagnose.sh says of it',
  because: 'why diagnose.sh says that the fault is elsewhere',
} as const;
export type GroupName = keyof typeof GROUPS;

/** A number in a group must be at least, over or under another group's number or a given one. */
export interface Comparison {
  readonly group: string;
  readonly least?: string | number | undefined;
  readonly over?: string | number | undefined;
  readonly under?: string | number | undefined;
}

export interface Pattern {
  readonly id: string;
  /** Index of its kind in PatternBook.kinds. */
  readonly kind: number;
  /** Literals in lower case, one of which must stand in the line before the expression is tried. */
  readonly needs: readonly string[];
  /** Source of the expression; the case of letters does not matter. */
  readonly match: string;
  /** Lines that the expression sees together, beginning with the one that holds the literal. */
  readonly span?: number | undefined;
  readonly where?: readonly Comparison[] | undefined;
  readonly begins?: Beginning | undefined;
  readonly edge?: EdgeMark | undefined;
  readonly vendor?: { readonly name: string; readonly in: VendorPlace } | undefined;
  /** A code that the line stands for without naming it. */
  readonly code?: string | undefined;
  readonly symptoms: readonly string[];
  /** Symptoms that, found anywhere in the text, take this finding back. */
  readonly unless?: readonly string[] | undefined;
  readonly says?: string | undefined;
}

/** Time to the error that counts as a symptom, in seconds. */
export interface TimeRange {
  readonly symptom: string;
  readonly min: number;
  readonly max: number | null;
}

/** Everything the analyzer is given. */
export interface PatternBook {
  /** Titles of the kinds of text: "nginx error log". */
  readonly kinds: readonly string[];
  readonly patterns: readonly Pattern[];
  readonly times: readonly TimeRange[];
  /** All symptoms by id, each as a sentence. */
  readonly symptoms: Readonly<Record<string, string>>;
  /** The codes that have a page: what each is called, and whose side it speaks of. */
  readonly errors: Readonly<Record<string, { readonly title: string; readonly side: string }>>;
  /** Cloudflare's own ranges: never a server's address, and never masked. */
  readonly ranges: readonly string[];
}
