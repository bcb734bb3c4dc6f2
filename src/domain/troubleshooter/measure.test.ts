import { describe, expect, it } from 'vitest';
import { type Graph, lookup } from './graph.ts';
import { measure } from './measure.ts';
import { SAMPLE, sampleEnd, sampleQuestion } from './sample.fixture.ts';
import { outlook, waysTo } from './trace.ts';

/** Three answers at the first question; one of them leads to a second question. */
const SMALL: Graph = {
  ...SAMPLE,
  start: 'one',
  questions: {
    one: {
      ...sampleQuestion('direct'),
      answers: [{ symptom: 'd-ok', alone: false, next: 'two' }],
      none: 'full',
      unsure: 'unknown',
    },
    two: {
      ...sampleQuestion('queue'),
      several: false,
      answers: [{ symptom: 'q-full', alone: false, next: 'full' }],
      none: 'unknown',
      unsure: 'unknown',
    },
  },
  ends: { full: sampleEnd('full'), unknown: sampleEnd('unknown') },
};

describe('measure', () => {
  it('counts questions, ends, states and paths', () => {
    expect(measure(SMALL)).toMatchObject({ questions: 2, ends: 2, states: 6, paths: 5 });
  });

  it('counts an answer that the evidence gives as none', () => {
    const asked = lookup(SMALL.questions, 'two') ?? sampleQuestion('queue');
    const again: Graph = {
      ...SMALL,
      questions: {
        ...SMALL.questions,
        two: { ...asked, answers: [...asked.answers, { symptom: 'd-ok', alone: false, next: 'full' }] },
      },
    };
    expect(measure(again)).toMatchObject({ paths: 3, byPath: { median: 1, p90: 1, max: 1 } });
  });

  it('tells depths over paths and over readers apart', () => {
    const { byPath, byReader } = measure(SMALL);
    expect(byPath).toEqual({ median: 2, p90: 2, max: 2 });
    expect(byReader).toEqual({ median: 1, p90: 2, max: 2 });
  });

  it('tells for each answer the share of causes that is left', () => {
    const [one, two] = measure(SMALL).splits;
    expect(one).toMatchObject({ question: 'one', causes: 4 });
    const shares = [
      ['d-ok', 1],
      ['none', 0.5],
      ['unsure', 0.75],
    ];
    expect(one?.left.map(({ value, share }) => [String(value), share])).toEqual(shares);
    expect(two?.left[0]).toEqual({ value: ['q-full'], share: 0.5 });
  });

  it('leaves out of a share what the answer itself excludes', () => {
    const filters = measure(SAMPLE).splits.find((split) => split.question === 'filters');
    const share = (value: string) => filters?.left.find((entry) => String(entry.value) === value)?.share;
    // After "none": drop, limit and ban. After "f-none": queue, limit and stopped; drop is excluded.
    expect(filters?.causes).toBe(5);
    expect(share('none')).toBeCloseTo(3 / 5);
    expect(share('f-none')).toBeCloseTo(3 / 5);
    expect(share('unsure')).toBeCloseTo(4 / 5);
  });

  it('tells what follows each answer to the first question, and where those end who can check nothing', () => {
    const [ok, none, unsure] = measure(SMALL).entries;
    expect(ok).toMatchObject({ value: ['d-ok'], paths: 3, byPath: { median: 2, p90: 2, max: 2 } });
    expect(ok?.unsure).toMatchObject({ end: 'unknown', answers: 2 });
    expect(none).toMatchObject({ value: 'none', paths: 1, unsure: { end: 'full', answers: 1 } });
    expect(unsure).toMatchObject({ value: 'unsure', paths: 1, unsure: { end: 'unknown', answers: 1, vague: true } });
  });

  it('tells how many answers stand before each first cause, and weighs the causes by likelihood', () => {
    const { firsts, byLikelihood } = measure(SMALL);
    expect(firsts.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1);
    for (const { least, mean } of firsts) {
      expect(least).toBeGreaterThanOrEqual(1);
      expect(mean).toBeGreaterThanOrEqual(least);
      expect(mean).toBeLessThanOrEqual(2);
    }
    expect([...firsts].sort((a, b) => b.weight - a.weight)).toEqual(firsts);
    expect(byLikelihood).toBeGreaterThanOrEqual(1);
    expect(byLikelihood).toBeLessThanOrEqual(2);
  });

  it('counts the bits of doubt that a question takes, none where every answer leads to the same', () => {
    const idle: Graph = {
      ...SMALL,
      questions: { one: { ...sampleQuestion('queue'), several: false, answers: [], none: 'full', unsure: 'full' } },
      ends: { full: sampleEnd('full') },
    };
    expect(measure(idle).splits[0]?.bits).toBeCloseTo(0);
    const [one] = measure(SMALL).splits;
    expect(one?.bits).toBeGreaterThan(0);
    expect(one?.bits).toBeLessThanOrEqual(Math.log2(Object.keys(SMALL.causes).length));
  });

  it('names causes that no path puts first, and vague ends', () => {
    const silent: Graph = {
      ...SAMPLE,
      ends: { ...SAMPLE.ends, filtered: { ...sampleEnd('filtered'), causes: ['drop', 'limit'] } },
    };
    expect(measure(SAMPLE).neverFirst).toEqual([]);
    expect(measure(silent).neverFirst).toEqual(['ban']);
    expect([...measure(SAMPLE).vague.keys()].sort()).toEqual(['filtered', 'unknown']);
  });
});

describe('waysTo', () => {
  it('gives the shortest way to each end that puts the cause first', () => {
    expect(waysTo(SAMPLE, 'ban').map(({ end, answers }) => [end, answers.map((entry) => String(entry.value))])).toEqual(
      [['filtered', ['none', 'd-ok']]],
    );
    expect(waysTo(SAMPLE, 'queue').map(({ end, answers }) => [end, answers.length])).toEqual([['full', 4]]);
    expect(waysTo(SAMPLE, 'gone')).toEqual([]);
  });
});

describe('outlook', () => {
  it('passes what findings answer, then tells each end that can follow', () => {
    const { replay, ends } = outlook(SAMPLE, ['code-b', 'f-drop']);
    expect(replay).toMatchObject({ current: 'listen', steps: [{ question: 'code', implied: true }] });
    expect(ends.map(({ end, answers }) => [end, answers])).toEqual([
      ['down', 1],
      ['filtered', 1],
      ['unknown', 4],
    ]);
    expect(ends.find((entry) => entry.end === 'filtered')?.causes[0]?.id).toBe('drop');
  });

  it('tells the end when the findings lead all the way', () => {
    expect(outlook(SAMPLE, ['code-b', 'l-none'])).toMatchObject({
      replay: { atEnd: true, current: 'down' },
      ends: [{ end: 'down', answers: 0 }],
    });
  });
});
