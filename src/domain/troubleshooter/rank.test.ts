import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph } from './graph.ts';
import { rank, supported, weigh } from './rank.ts';
import { cause, SAMPLE, sampleSymptom } from './sample.fixture.ts';

/** A graph whose causes differ in one thing each. */
const GRAPH: Graph = {
  ...SAMPLE,
  causes: {
    likely: cause(8, []),
    twice: cause(0.5, [
      { symptom: 's1', weight: 'supports' },
      { symptom: 's2', weight: 'supports' },
    ]),
    torn: cause(4, [
      { symptom: 's1', weight: 'supports' },
      { symptom: 's2', weight: 'supports' },
      { symptom: 's3', weight: 'against' },
    ]),
    sure: cause(0.5, [
      { symptom: 's1', weight: 'decisive' },
      { symptom: 's2', weight: 'against' },
      { symptom: 's3', weight: 'against' },
    ]),
    out: cause(8, [
      { symptom: 's1', weight: 'decisive' },
      { symptom: 's2', weight: 'excludes' },
    ]),
    weak: cause(1, [{ symptom: 'd-ok', weight: 'excludes' }]),
  },
};
const ALL = Object.keys(GRAPH.causes);
const order = (symptoms: readonly string[], candidates: readonly string[] = ALL): string[] =>
  rank(GRAPH, candidates, symptoms).ordered.map((entry) => entry.id);

describe('rank', () => {
  it('orders by likelihood when nothing is known, then as the author did', () => {
    expect(order([])).toEqual(['likely', 'out', 'torn', 'weak', 'twice', 'sure']);
    expect(order([], ['out', 'likely', 'sure', 'twice'])).toEqual(['out', 'likely', 'sure', 'twice']);
  });

  it('puts support minus contradiction before likelihood', () => {
    expect(order(['s1', 's2', 's3'], ['likely', 'torn', 'twice'])).toEqual(['twice', 'torn', 'likely']);
    expect(order(['s3'], ['torn', 'twice'])).toEqual(['twice', 'torn']);
  });

  it('puts what decides before everything else', () => {
    expect(order(['s1', 's2', 's3'], ['twice', 'torn', 'sure'])).toEqual(['sure', 'twice', 'torn']);
  });

  it('sets excluded causes apart, also decided ones, with the reason', () => {
    const { ordered, out } = rank(GRAPH, ALL, ['s1', 's2']);
    expect(ordered.map((entry) => entry.id)).not.toContain('out');
    expect(out).toMatchObject([{ id: 'out', excludes: [{ symptom: 's2' }], decisive: [{ symptom: 's1' }] }]);
  });

  it('softens an exclusion by health seen from outside, unless the failure is constant', () => {
    expect(weigh(GRAPH, 'weak', new Set(['d-ok']))).toMatchObject({ against: [{ symptom: 'd-ok' }], excludes: [] });
    expect(weigh(GRAPH, 'weak', new Set(['d-ok', 'scope-constant']))).toMatchObject({
      against: [],
      excludes: [{ symptom: 'd-ok' }],
    });
    const inside: Graph = { ...GRAPH, symptoms: { 'd-ok': { ...sampleSymptom('q-ok') } } };
    expect(weigh(inside, 'weak', new Set(['d-ok'])).excludes, 'seen on the server').toHaveLength(1);
    const fault: Graph = { ...GRAPH, symptoms: { 'd-ok': { ...sampleSymptom('d-ok'), kind: 'fault' } } };
    expect(weigh(fault, 'weak', new Set(['d-ok'])).excludes, 'a fault').toHaveLength(1);
  });

  it('keeps the reason that the author gave', () => {
    expect(weigh(SAMPLE, 'ban', new Set(['d-ok'])).supports).toEqual([{ symptom: 'd-ok' }]);
  });

  it('is supported by what decides and what speaks for it, by nothing else', () => {
    const of = (id: string, ...symptoms: string[]): boolean => supported(weigh(GRAPH, id, new Set(symptoms)));
    expect([
      of('sure', 's1'),
      of('twice', 's2'),
      of('torn', 's3'),
      of('likely', 's1'),
      of('constructor', 's1'),
    ]).toEqual([true, true, false, false, false]);
  });

  it('loses no candidate, repeats none, and does not depend on the order of the evidence', () => {
    const symptoms = fc.shuffledSubarray(['s1', 's2', 's3', 'd-ok', 'scope-constant', 'constructor']);
    fc.assert(
      fc.property(symptoms, fc.shuffledSubarray([...ALL, 'constructor']), (evidence, candidates) => {
        const { ordered, out } = rank(GRAPH, candidates, evidence);
        expect([...ordered, ...out].map((entry) => entry.id).sort()).toEqual([...candidates].sort());
        expect(rank(GRAPH, candidates, [...evidence].reverse()).ordered.map((entry) => entry.id)).toEqual(
          ordered.map((entry) => entry.id),
        );
        for (const [index, entry] of ordered.entries()) {
          const next = ordered[index + 1];
          if (next === undefined) continue;
          expect(entry.decisive.length).toBeGreaterThanOrEqual(next.decisive.length);
          const net = (one: typeof entry): number => one.supports.length - one.against.length;
          if (entry.decisive.length === next.decisive.length) expect(net(entry)).toBeGreaterThanOrEqual(net(next));
        }
      }),
    );
  });
});
