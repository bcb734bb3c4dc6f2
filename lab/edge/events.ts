import type { Stage } from '../../src/domain/vocabulary.ts';

/** How well the step from an event to a code is founded. */
export type Certainty = 'documented' | 'inferred' | 'undocumented';

interface Meaning {
  /** Code that the event becomes; undefined where the origin's own status is passed on. */
  readonly code?: string;
  readonly stage: Stage;
  readonly certainty: Certainty;
  /** The event in a few words, for badges. */
  readonly words: string;
}

/**
 * What can end a request, and the code that Cloudflare's pages give it. Inferred: the pages describe the failure without naming
 * this event. Undocumented: nothing public says which code follows; the one here is that of the clock that Pingora uses.
 */
export const EVENTS = {
  'name-unknown': { code: '530', stage: 'dns', certainty: 'documented', words: 'name does not resolve' },
  'syn-unanswered': { code: '522', stage: 'tcp', certainty: 'documented', words: 'SYN unanswered' },
  refused: { code: '521', stage: 'tcp', certainty: 'documented', words: 'connection refused' },
  'no-route': { code: '523', stage: 'tcp', certainty: 'inferred', words: 'no route to host' },
  'icmp-other': { code: '523', stage: 'tcp', certainty: 'undocumented', words: 'connection denied by ICMP' },
  'tls-failed': { code: '525', stage: 'tls', certainty: 'documented', words: 'TLS handshake failed' },
  'tls-stalled': { code: '522', stage: 'tls', certainty: 'undocumented', words: 'TLS handshake without an answer' },
  'certificate-invalid': { code: '526', stage: 'tls', certainty: 'documented', words: 'certificate not valid' },
  'write-stalled': { code: '524', stage: 'request', certainty: 'documented', words: 'request could not be written' },
  'not-acknowledged': { code: '522', stage: 'request', certainty: 'documented', words: 'request not acknowledged' },
  'no-answer': { code: '524', stage: 'wait', certainty: 'documented', words: 'no answer in time' },
  empty: { code: '520', stage: 'response', certainty: 'documented', words: 'connection closed without an answer' },
  reset: { code: '520', stage: 'response', certainty: 'documented', words: 'connection reset before an answer' },
  malformed: { code: '520', stage: 'response', certainty: 'documented', words: 'answer is not valid HTTP' },
  'headers-too-large': { code: '520', stage: 'response', certainty: 'documented', words: 'response headers too large' },
  answered: { stage: 'response', certainty: 'documented', words: 'answered' },
} as const satisfies Record<string, Meaning>;
export type EdgeEvent = keyof typeof EVENTS;

/** A request that did not bring an answer. */
export class Failure extends Error {
  readonly event: EdgeEvent;
  /** The system's or the library's name for it, such as ECONNREFUSED. */
  readonly errno: string;

  constructor(event: EdgeEvent, errno = '') {
    super(`${event} ${errno}`.trim());
    this.event = event;
    this.errno = errno;
  }
}

/** The name that Node gives to an error. */
export function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}
