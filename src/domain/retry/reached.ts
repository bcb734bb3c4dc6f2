/** Whether a request may have reached the application behind Cloudflare. */
export type Reached = 'no' | 'maybe' | 'yes';

export interface Reach {
  readonly codes: readonly string[];
  /** Holds when the answer came before the acknowledgement clock could run out, or only after. */
  readonly when?: 'before-ack' | 'after-ack';
  readonly answer: Reached;
  readonly because: string;
}

/**
 * Code by code, how far the request got. Cloudflare documents the stage at which each code arises; that a request which
 * broke before "send" was not delivered is our inference from the stage (facts: "Was my request executed?").
 */
export const REACH: readonly Reach[] = [
  { codes: ['521', '523'], answer: 'no', because: 'no connection came about, so nothing was sent' },
  { codes: ['522'], when: 'before-ack', answer: 'no', because: 'nobody answered the call, so nothing was sent' },
  { codes: ['522'], when: 'after-ack', answer: 'maybe', because: 'the request was sent, and what got lost may be the acknowledgement' },
  { codes: ['525', '526'], answer: 'no', because: 'the encrypted connection was not completed, so nothing was sent' },
  { codes: ['530', '1016', '1033'], answer: 'no', because: 'Cloudflare found no way to the server' },
  { codes: ['520', '502'], answer: 'maybe', because: 'a connection was there, and the answer was missing or unusable' },
  { codes: ['524', '504'], answer: 'yes', because: 'the request was taken, and the work is probably still running' },
  { codes: ['500'], answer: 'maybe', because: 'an inner fault of Cloudflare does not tell how far the request had come' },
  { codes: ['429', '1015', '403', '1020'], answer: 'no', because: 'a rule turned the request away' },
];

/**
 * Whether the application may have acted on the request.
 * @param code the HTTP status, or the 1xxx number inside it where there is one
 * @param elapsedSeconds from sending the request to the answer; undefined when nobody measured it
 * @param ackSeconds the clock for the acknowledgement of the request, which ends the later kind of 522
 * @returns "maybe" for codes that are not Cloudflare's: nothing is known about them
 */
export function reached(code: string, elapsedSeconds: number | undefined, ackSeconds: number): Reached {
  // The clock starts after the connection, so an answer before its length cannot be the later kind.
  const when = elapsedSeconds !== undefined && elapsedSeconds < ackSeconds ? 'before-ack' : 'after-ack';
  return REACH.find((row) => row.codes.includes(code) && (row.when ?? when) === when)?.answer ?? 'maybe';
}
