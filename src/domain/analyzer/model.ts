/**
 * What the analyzer hands out, and what it is given. DESIGN section 8. Line numbers count from 1.
 * A field that could not be read is null, so that the JSON always has the same shape.
 */

/** Cloudflare made the error, relayed it from the origin, had no part in it; or the text does not tell. */
export const EDGES = ['made', 'relayed', 'absent', 'unclear'] as const;
export type Edge = (typeof EDGES)[number];

/** What was read about one error or one request. */
export interface Facts {
  /** Sixteen hexadecimal digits, without the location. */
  readonly rayId: string | null;
  /** Edge location: the end of the Ray ID, such as "FRA", or the city that the error page names. */
  readonly colo: string | null;
  /** Time as ISO 8601; ends in Z when the zone is known and the time is UTC. */
  readonly when: string | null;
  readonly host: string | null;
  /** Seconds from the request to the error. */
  readonly elapsedSeconds: number | null;
}

/** One error in the text. */
export interface ReadError extends Facts {
  /** "522", "1016"; null for an error page of another product without one of our codes. */
  readonly code: string | null;
  /** The HTTP status around a four-digit code: "530", "403". */
  readonly status: string | null;
  readonly edge: Edge;
  /** How we can tell, as a sentence. */
  readonly because: string;
  /** Another product whose error page or server header this is: "nginx". */
  readonly vendor: string | null;
  /** Lines that show it, at most LINES_KEPT. */
  readonly lines: readonly number[];
  /** How often it stands in the text. */
  readonly count: number;
}

/** A symptom that the text shows. */
export interface Finding {
  readonly symptom: string;
  readonly lines: readonly number[];
  /** Id of the pattern that found it; "code", "elapsed" and "answer" are read from the facts. */
  readonly pattern: string;
  /** What the lines say, as a sentence. */
  readonly says: string;
  /** Holds only if the request went straight to the server, which the text does not show. */
  readonly assumes: 'direct' | null;
}

/** A cause that the findings exclude. */
export interface RuledOut {
  readonly cause: string;
  /** The findings that exclude it. */
  readonly symptoms: readonly string[];
}

/** Part of the text that was not read, and why. */
export interface Unread {
  readonly why: string;
  readonly lines: readonly number[];
}

/** Kind of personal data that stands in the text and is masked in what is copied. */
export const PERSONAL_KINDS = ['address', 'e-mail', 'cookie', 'credential'] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

export interface Personal {
  readonly kind: PersonalKind;
  readonly lines: readonly number[];
}

/** A kind of text that was recognised, such as "nginx error log". */
export interface Artefact {
  readonly title: string;
  readonly lines: readonly number[];
}

/** The result. The facts on top are those of the first and most telling error. */
export interface Analysis extends Facts {
  readonly recognised: boolean;
  readonly code: string | null;
  readonly edge: Edge;
  readonly because: string;
  readonly vendor: string | null;
  readonly errors: readonly ReadError[];
  readonly findings: readonly Finding[];
  readonly rulesOut: readonly RuledOut[];
  readonly artefacts: readonly Artefact[];
  readonly unread: readonly Unread[];
  readonly personal: readonly Personal[];
}

/** How much of a line is read at once; a longer line is read in pieces. In characters. */
export const LINE_LIMIT = 16_384;
/** Lines that a finding or an error names at most. */
export const LINES_KEPT = 20;
/** Longest text that is read, in characters; the page and the command refuse more. */
export const TEXT_LIMIT = 10_000_000;
