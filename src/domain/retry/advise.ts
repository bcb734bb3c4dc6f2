import { decide } from './decide.ts';
import { type Policy, POLICY, type RetryFigures } from './policy.ts';
import { REACH, type Reach } from './reached.ts';

/** Kinds of requests that differ in whether a repeat can do harm. */
export const METHODS = [
  { id: 'read', name: 'GET or HEAD', method: 'GET', covers: ['GET', 'HEAD'], idempotencyKey: false },
  { id: 'replace', name: 'PUT or DELETE', method: 'PUT', covers: ['PUT', 'DELETE'], idempotencyKey: false },
  { id: 'write', name: 'POST or PATCH', method: 'POST', covers: ['POST', 'PATCH'], idempotencyKey: false },
  { id: 'keyed', name: 'POST with an idempotency key', method: 'POST', covers: ['POST'], idempotencyKey: true },
] as const;
export type MethodKind = (typeof METHODS)[number];

/** A code, and where it matters whether the answer came early or late. */
export interface RetryCase {
  /** The code, with "-early" or "-late" where the time decides. */
  readonly id: string;
  readonly code: string;
  readonly reach: Reach;
  readonly policy: Policy;
}

const TIMES = { 'before-ack': '-early', 'after-ack': '-late' } as const;

/** Every case that the policy knows, in the order in which REACH lists them. */
export const CASES: readonly RetryCase[] = REACH.flatMap((reach) =>
  reach.codes.flatMap((code) => {
    const policy = POLICY.find(({ codes }) => codes.includes(code));
    return policy === undefined ? [] : [{ id: `${code}${reach.when ? TIMES[reach.when] : ''}`, code, reach, policy }];
  }),
);

/** Whether the status alone does not tell: a number of four digits stands in the body only, and so does the maker of a 500. */
export function onlyBodyTells({ code, policy }: RetryCase): boolean {
  return code.length > 3 || (policy.action === 'wait' && policy.body === true);
}

export interface Advice {
  readonly action: 'wait' | 'stop' | 'alert';
  /** Seconds before each repeat when the answer has no Retry-After, without the part by chance; empty unless it waits. */
  readonly waits: readonly number[];
  /** Why it ends, or what to mind. */
  readonly reason: string;
}

/** What to do when a request of this kind fails in this way, from the first failure to giving up. */
export function advise({ code, reach, policy }: RetryCase, kind: MethodKind, figures: RetryFigures): Advice {
  const elapsedSeconds = reach.when === 'before-ack' ? 0 : figures.ack;
  const waits: number[] = [];
  for (;;) {
    const decision = decide({ ...kind, code, elapsedSeconds, attempt: waits.length + 1, jitter: 0 }, figures);
    if (decision.action === 'wait') waits.push(decision.seconds);
    else if (waits.length > 0) return { action: 'wait', waits, reason: policy.note };
    else return { action: decision.action, waits, reason: decision.reason };
  }
}

/** The advice in a few words, for a cell of a table. */
export function sayAdvice({ action, waits }: Advice, { policy }: RetryCase): string {
  if (action === 'wait') return `Yes, after ${waits.map((seconds) => `${String(seconds)} s`).join(', then ')}.`;
  if (action === 'alert') return 'No. Tell a person.';
  return policy.action === 'stop' ? 'No.' : 'No. Look first.';
}
