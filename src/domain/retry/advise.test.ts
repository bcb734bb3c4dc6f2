import { describe, expect, it } from 'vitest';
import { advise, CASES, METHODS, sayAdvice } from './advise.ts';
import { LONGEST_WAIT, POLICY, type RetryFigures } from './policy.ts';

const FIGURES: RetryFigures = { 'retry-short': 60, 'retry-long': 120, 'retry-edge': 30, ack: 90 };
const said = (id: string, method: string): string => {
  const found = CASES.find((entry) => entry.id === id);
  const kind = METHODS.find((entry) => entry.id === method);
  if (found === undefined || kind === undefined) throw new Error(`there is no case ${id} ${method}`);
  return sayAdvice(advise(found, kind, FIGURES), found);
};

describe('advise', () => {
  it.each([
    ['521', 'read', 'Yes, after 120 s, then 240 s.'],
    ['521', 'write', 'Yes, after 120 s, then 240 s.'],
    ['522-early', 'write', 'Yes, after 120 s, then 240 s.'],
    ['522-late', 'write', 'No. Look first.'],
    ['522-late', 'keyed', 'Yes, after 120 s, then 240 s.'],
    ['524-late', 'read', 'Yes, after 120 s.'],
    ['524-late', 'replace', 'No. Look first.'],
    ['526', 'read', 'No. Tell a person.'],
    ['1020', 'keyed', 'No.'],
  ])('%s, %s: %s', (id, method, words) => {
    expect(said(id, method)).toBe(words);
  });

  it('knows every code of the policy, each case once', () => {
    expect(new Set(CASES.map(({ code }) => code))).toEqual(new Set(POLICY.flatMap(({ codes }) => codes)));
    expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length);
  });

  it('waits longer each time, within the cap, one time fewer than the tries, and always says why', () => {
    for (const entry of CASES) {
      for (const kind of METHODS) {
        const { action, waits, reason } = advise(entry, kind, FIGURES);
        expect(reason).not.toBe('');
        expect([...waits].sort((a, b) => a - b)).toEqual(waits);
        expect(Math.max(0, ...waits)).toBeLessThanOrEqual(LONGEST_WAIT);
        const repeats = action === 'wait' && entry.policy.action === 'wait' ? entry.policy.tries - 1 : 0;
        expect(waits).toHaveLength(repeats);
      }
    }
  });
});
