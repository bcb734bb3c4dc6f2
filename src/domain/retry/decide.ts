import { LONGEST_WAIT, MOST_JITTER, POLICY, type RetryFigures } from './policy.ts';
import { reached } from './reached.ts';

/** A failed answer, and what the client knows about its request. */
export interface Failure {
  /** HTTP status. */
  readonly code: string;
  /** The 1xxx number in the body, where there is one: it decides instead of the status. */
  readonly innerCode?: string | undefined;
  /** Seconds from sending the request to the answer. */
  readonly elapsedSeconds?: number | undefined;
  readonly method: string;
  /** Whether the request carries a key by which the server recognises a repeat. */
  readonly idempotencyKey: boolean;
  /** Tries made so far, this one included: 1 after the first. */
  readonly attempt: number;
  /** Seconds that Retry-After asks for. */
  readonly retryAfter?: number | undefined;
  /** Chance, from 0 to 1: how much of the greatest jitter is added. */
  readonly jitter: number;
}

export type Decision =
  | { readonly action: 'wait'; readonly seconds: number; readonly reason: string }
  | { readonly action: 'stop' | 'alert'; readonly reason: string };

/** Methods that change nothing, and those that may be sent twice (RFC 9110, section 9.2). */
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
const IDEMPOTENT: ReadonlySet<string> = new Set(['PUT', 'DELETE']);

const stop = (reason: string): Decision => ({ action: 'stop', reason });

/** Whether sending the request again can do no harm. Work that is still running is not started a second time. */
function repeatable(failure: Failure, ackSeconds: number): boolean {
  const method = failure.method.toUpperCase();
  if (SAFE.has(method) || failure.idempotencyKey) return true;
  const far = reached(failure.innerCode ?? failure.code, failure.elapsedSeconds, ackSeconds);
  return far === 'no' || (far === 'maybe' && IDEMPOTENT.has(method));
}

/**
 * What a client should do after a failed answer.
 * @param figures Cloudflare's figures in seconds
 * @returns wait (then repeat), stop (report the failure), or alert (stop, and tell a person); seconds are never fewer than
 *   Retry-After asks for and never more than LONGEST_WAIT
 */
export function decide(failure: Failure, figures: RetryFigures): Decision {
  const code = failure.innerCode ?? failure.code;
  const policy = POLICY.find(({ codes }) => codes.includes(code));
  if (policy === undefined) return stop('Not one of the codes that this policy knows.');
  if (policy.action !== 'wait') return { action: policy.action, reason: policy.note };
  if (!repeatable(failure, figures.ack))
    return stop('The request may have been carried out. Look at the state before you send it again.');
  if (failure.attempt >= policy.tries) return stop(`Tried ${String(policy.tries)} times. ${policy.note}`);
  const asked = failure.retryAfter ?? 0;
  if (asked > LONGEST_WAIT) return stop('It asks for a longer wait than is sensible inside one job. Come back later.');
  const least = asked > 0 ? asked : Math.min(LONGEST_WAIT, figures[policy.first] * 2 ** (failure.attempt - 1));
  const chance = Math.min(1, Math.max(0, failure.jitter)) * MOST_JITTER;
  const reason =
    asked > 0
      ? 'As long as Retry-After asks, and a little by chance.'
      : 'As long as Cloudflare advises for this code, doubled with each try, and a little by chance.';
  return { action: 'wait', seconds: Math.min(LONGEST_WAIT, least * (1 + chance)), reason };
}
