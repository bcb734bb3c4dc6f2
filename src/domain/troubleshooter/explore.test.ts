import { describe, expect, it } from 'vitest';
import { type Arrival, explore, stateKey, valuesOf, waysOn } from './explore.ts';
import { replay } from './replay.ts';
import { SAMPLE, sampleQuestion } from './sample.fixture.ts';

function arrivals(from?: Parameters<typeof explore>[3]): Arrival[] {
  const found: Arrival[] = [];
  explore(SAMPLE, (arrival) => found.push(arrival), undefined, from);
  return found;
}

describe('explore', () => {
  it('tries each answer alone, all that may hold together, none and unsure', () => {
    expect(valuesOf(sampleQuestion('filters'))).toEqual([
      ['f-drop'],
      ['f-limit'],
      ['f-ban'],
      ['f-none'],
      ['f-drop', 'f-limit', 'f-ban'],
      'none',
      'unsure',
    ]);
    expect(valuesOf(sampleQuestion('direct'))).toEqual([['d-ok'], ['d-refused'], 'none', 'unsure']);
  });

  it('arrives where a replay of the same answers arrives, with the same evidence', () => {
    const found = arrivals();
    expect(found.length).toBeGreaterThan(50);
    for (const { end, answers, evidence } of found) {
      expect(replay(SAMPLE, { answers, seen: [] })).toMatchObject({
        current: end,
        atEnd: true,
        evidence,
        dropped: [],
        held: [],
      });
    }
  });

  it('arrives at every end, and once for each state', () => {
    const found = arrivals();
    expect(new Set(found.map((arrival) => arrival.end))).toEqual(new Set(Object.keys(SAMPLE.ends)));
    expect(new Set(found.map(({ end, evidence }) => stateKey({ node: end, evidence }))).size).toBe(found.length);
  });

  it('takes what the evidence answers without asking', () => {
    expect(waysOn(SAMPLE, { node: 'code', evidence: ['code-b'] })).toEqual([
      { node: 'listen', evidence: ['code-b'], value: ['code-b'], implied: true },
    ]);
    expect(arrivals({ node: 'direct', evidence: ['d-refused'] })).toEqual([
      { end: 'down', answers: [], evidence: ['d-refused'] },
    ]);
    expect(waysOn(SAMPLE, { node: 'down', evidence: [] })).toEqual([]);
  });

  it('stops at the limit', () => {
    const states = explore(SAMPLE, () => undefined);
    expect(explore(SAMPLE, () => undefined, states)).toBe(states);
    expect(() => explore(SAMPLE, () => undefined, states - 1)).toThrow(/over \d+ states/);
  });
});
