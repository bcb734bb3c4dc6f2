import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type Failure } from './decide.ts';
import { LONGEST_WAIT, MOST_JITTER, POLICY, type RetryFigures } from './policy.ts';
import { REACH, reached } from './reached.ts';

const FIGURES: RetryFigures = { 'retry-short': 60, 'retry-long': 120, 'retry-edge': 30, ack: 90 };
const failure = (given: Partial<Failure>): Failure => ({
  code: '522',
  elapsedSeconds: 20,
  method: 'GET',
  idempotencyKey: false,
  attempt: 1,
  jitter: 0,
  ...given,
});
const after = (given: Partial<Failure>) => decide(failure(given), FIGURES);

const CODES = [...new Set(POLICY.flatMap(({ codes }) => codes))];
const anyFailure: fc.Arbitrary<Failure> = fc.record({
  code: fc.constantFrom(...CODES, '200', '503', '599'),
  innerCode: fc.option(fc.constantFrom('1015', '1016', '1033', '1020'), { nil: undefined }),
  elapsedSeconds: fc.option(fc.double({ min: 0, max: 400, noNaN: true }), { nil: undefined }),
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'post'),
  idempotencyKey: fc.boolean(),
  attempt: fc.integer({ min: 1, max: 20 }),
  retryAfter: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined }),
  jitter: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('reached', () => {
  it.each([
    ['521', 0.2, 'no'],
    ['522', 19.6, 'no'],
    ['522', 90, 'maybe'],
    ['522', undefined, 'maybe'],
    ['523', 25, 'no'],
    ['525', 1, 'no'],
    ['526', 1, 'no'],
    ['530', 1, 'no'],
    ['1033', 1, 'no'],
    ['520', 1, 'maybe'],
    ['502', 1, 'maybe'],
    ['524', 125, 'yes'],
    ['524', 31, 'maybe'],
    ['524', undefined, 'yes'],
    ['504', 60, 'yes'],
    ['500', 1, 'maybe'],
    ['1015', 1, 'no'],
    ['418', 1, 'maybe'],
  ] as const)('%s after %s s: %s', (code, seconds, answer) => {
    expect(reached(code, seconds, FIGURES.ack)).toBe(answer);
  });

  it('knows every code of the policy', () => {
    expect(CODES.filter((code) => !REACH.some(({ codes }) => codes.includes(code)))).toEqual([]);
  });
});

describe('decide', () => {
  it('takes the first wait from Cloudflare’s advice and doubles it', () => {
    expect(after({})).toMatchObject({ action: 'wait', seconds: 120 });
    expect(after({ attempt: 2 })).toMatchObject({ action: 'wait', seconds: 240 });
    expect(after({ attempt: 3 })).toMatchObject({ action: 'stop' });
    expect(after({ code: '520' })).toMatchObject({ seconds: 60 });
    expect(after({ code: '500' })).toMatchObject({ seconds: 30 });
  });

  it('obeys Retry-After, adds chance, and refuses to wait longer than its cap', () => {
    expect(after({ retryAfter: 200, jitter: 1 })).toMatchObject({ action: 'wait', seconds: 240 });
    expect(after({ retryAfter: LONGEST_WAIT, jitter: 1 })).toMatchObject({ seconds: LONGEST_WAIT });
    expect(after({ retryAfter: LONGEST_WAIT + 1 })).toMatchObject({ action: 'stop' });
  });

  it('tells a person about certificates and names', () => {
    for (const code of ['525', '526', '530']) expect(after({ code, retryAfter: 5 }).action).toBe('alert');
    expect(after({ code: '530', innerCode: '1016' }).action).toBe('alert');
    expect(after({ code: '530', innerCode: '1033' })).toMatchObject({ action: 'wait', seconds: 120 });
  });

  it('repeats a POST only where it cannot have been carried out, or where a key protects it', () => {
    const post = (given: Partial<Failure>) => after({ method: 'POST', ...given }).action;
    expect(post({ code: '521' })).toBe('wait');
    expect(post({ code: '522', elapsedSeconds: 19.6 })).toBe('wait');
    expect(post({ code: '522', elapsedSeconds: 91 })).toBe('stop');
    expect(post({ code: '522', elapsedSeconds: undefined })).toBe('stop');
    expect(post({ code: '520' })).toBe('stop');
    expect(post({ code: '524', elapsedSeconds: 125 })).toBe('stop');
    expect(post({ code: '520', idempotencyKey: true })).toBe('wait');
  });

  it('repeats a slow request once, and a PUT not while the first may run', () => {
    expect(after({ code: '524' }).action).toBe('wait');
    expect(after({ code: '524', attempt: 2 }).action).toBe('stop');
    expect(after({ code: '520', method: 'PUT' }).action).toBe('wait');
    expect(after({ code: '524', method: 'PUT', elapsedSeconds: 125 }).action).toBe('stop');
  });

  it('waits at least as long as asked, and never longer than the cap or the jitter allows', () => {
    fc.assert(
      fc.property(anyFailure, (given) => {
        const decision = decide(given, FIGURES);
        if (decision.action !== 'wait') return;
        const asked = given.retryAfter ?? 0;
        expect(decision.seconds).toBeGreaterThanOrEqual(asked);
        expect(decision.seconds).toBeGreaterThan(0);
        expect(decision.seconds).toBeLessThanOrEqual(LONGEST_WAIT);
        if (asked > 0) expect(decision.seconds).toBeLessThanOrEqual(asked * (1 + MOST_JITTER));
      }),
    );
  });

  it('never repeats what may have been carried out without protection', () => {
    fc.assert(
      fc.property(anyFailure, (given) => {
        fc.pre(given.method.toUpperCase() === 'POST' && !given.idempotencyKey);
        const far = reached(given.innerCode ?? given.code, given.elapsedSeconds, FIGURES.ack);
        if (far !== 'no') expect(decide(given, FIGURES).action).not.toBe('wait');
      }),
    );
  });

  it('gives up in the end, and always gives a reason', () => {
    fc.assert(
      fc.property(anyFailure, (given) => {
        const decision = decide({ ...given, attempt: given.attempt + 3 }, FIGURES);
        expect(decision.reason).not.toBe('');
        expect(decision.action).not.toBe('wait');
      }),
    );
  });
});
