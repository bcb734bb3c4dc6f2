import { describe, expect, it } from 'vitest';
import type { Graph } from './graph.ts';
import { rankAt } from './rank-at.ts';
import { cause, end, SAMPLE } from './sample.fixture.ts';

/** An end of two codes: one cause for each, one for both, and one that a finding can prove. */
const GRAPH: Graph = {
  ...SAMPLE,
  causes: {
    a: { ...cause(4, []), codes: ['code-a'] },
    b: { ...cause(8, []), codes: ['code-b'] },
    both: { ...cause(1, []), codes: ['code-a', 'code-b'] },
    other: { ...cause(8, [{ symptom: 'q-full', weight: 'decisive' }]), codes: [] },
  },
  ends: {
    mixed: end(['a', 'b', 'both', 'other'], { byCode: true }),
    plain: end(['a', 'b', 'both', 'other']),
  },
};
const order = (id: string, evidence: readonly string[]): string[] =>
  rankAt(GRAPH, id, evidence).ordered.map((entry) => entry.id);

describe('the causes of an end of several codes', () => {
  it('are those that can give the code that was named, and the others are not listed as excluded', () => {
    expect(order('mixed', ['code-a'])).toEqual(['a', 'both']);
    expect(order('mixed', ['code-b', 't-long'])).toEqual(['b', 'both']);
    expect(rankAt(GRAPH, 'mixed', ['code-a']).out).toEqual([]);
  });

  it('keep what a finding decides, whatever the code', () => {
    expect(order('mixed', ['code-a', 'q-full'])).toEqual(['other', 'a', 'both']);
  });

  it('all stay while no code is known, or one that none of them gives', () => {
    const all = ['b', 'other', 'a', 'both'];
    expect(order('mixed', [])).toEqual(all);
    expect(order('mixed', ['code-none'])).toEqual(all);
  });

  it('all stay at any other end', () => {
    expect(order('plain', ['code-a'])).toEqual(['b', 'other', 'a', 'both']);
  });

  it('are none at an end that nobody knows', () => {
    expect(rankAt(GRAPH, 'nowhere', ['code-a'])).toEqual({ ordered: [], out: [] });
  });
});
