/** Whether a request may have reached the application behind Cloudflare. */
export type Reached = 'no' | 'maybe' | 'yes';

export interface Reach {
  readonly codes: readonly string[];
  /** Holds when the answer came before the acknowledgement clock could run out, or only after. */
  readonly when?: 'before-ack' | 'after-ack';
  readonly answer: Reached;
  readonly because: string;
  /** Ids of the sources that give the stage. */
  readonly sources: readonly string[];
}

/**
 * Code by code, how far the request got. Cloudflare documents the stage at which each code arises; that a request which
 * broke before "send" was not delivered is our inference from the stage.
 */
export const REACH: readonly Reach[] = [
  {
    codes: ['521', '523'],
    answer: 'no',
    because: 'no connection came about, so nothing was sent',
    sources: ['error-521', 'error-523'],
  },
  {
    codes: ['522'],
    when: 'before-ack',
    answer: 'no',
    because: 'nobody answered the call, so nothing was sent',
    sources: ['error-522'],
  },
  {
    codes: ['522'],
    when: 'after-ack',
    answer: 'maybe',
    because: 'the request was sent, and what got lost may be the acknowledgement',
    sources: ['error-522'],
  },
  {
    codes: ['525', '526'],
    answer: 'no',
    because: 'there was no encryption that Cloudflare accepts, so nothing was sent',
    sources: ['error-525', 'error-526'],
  },
  {
    codes: ['530', '1016'],
    answer: 'no',
    because: 'Cloudflare could not find the server by its name',
    sources: ['error-530', '1xxx-errors'],
  },
  {
    codes: ['1033'],
    answer: 'no',
    because: 'no tunnel was connected, so nothing was sent',
    sources: ['1xxx-errors'],
  },
  {
    codes: ['520', '502'],
    answer: 'maybe',
    because: 'a connection was there, and the answer was missing or unusable',
    sources: ['error-520', 'error-502-504'],
  },
  {
    codes: ['524'],
    when: 'before-ack',
    answer: 'maybe',
    because: 'the server stopped taking the request, and may hold a part of it',
    sources: ['error-524'],
  },
  {
    codes: ['524'],
    when: 'after-ack',
    answer: 'yes',
    because: 'the request was taken, and the work is probably still running',
    sources: ['error-524'],
  },
  {
    codes: ['504'],
    answer: 'yes',
    because: 'in most cases a proxy at the server gave up on work that is still running',
    sources: ['error-502-504'],
  },
  {
    codes: ['500'],
    answer: 'maybe',
    because: 'an inner fault of Cloudflare does not tell how far the request had come',
    sources: ['error-500'],
  },
  {
    codes: ['429', '1015'],
    answer: 'no',
    because: 'a rule turned the request away for now',
    sources: ['1xxx-errors'],
  },
  {
    codes: ['403', '1020'],
    answer: 'no',
    because: 'a rule turned the request away',
    sources: ['1xxx-errors'],
  },
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
