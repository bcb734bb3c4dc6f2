import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCESS_LEVELS } from '../vocabulary.ts';
import { sortAnswers } from './access.ts';
import type { Graph, Symptom } from './graph.ts';
import { SAMPLE, sampleQuestion } from './sample.fixture.ts';

const ASKED = sampleQuestion('code');
const needing = (level: Symptom['needs']): Graph => {
  const [first = { symptom: '' }] = ASKED.answers;
  const known = SAMPLE.symptoms[first.symptom];
  if (known === undefined) throw new Error('the sample lost its first symptom');
  return { ...SAMPLE, symptoms: { ...SAMPLE.symptoms, [first.symptom]: { ...known, needs: level } } };
};

describe('answers by access', () => {
  it('keeps an answer that a shell alone gives apart from a reader without one', () => {
    const graph = needing('shell');
    for (const level of ['browser', 'dashboard', 'laptop'] as const) {
      const { near, far, needs } = sortAnswers(graph, ASKED, level);
      expect(far).toEqual(ASKED.answers.slice(0, 1));
      expect(near).toEqual(ASKED.answers.slice(1));
      expect(needs).toEqual(['shell']);
    }
    expect(sortAnswers(graph, ASKED, 'shell')).toEqual({ near: ASKED.answers, far: [], needs: [] });
  });

  it('loses no answer, whatever is reached', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ACCESS_LEVELS), fc.constantFrom(undefined, ...ACCESS_LEVELS), (reached, need) => {
        const { near, far } = sortAnswers(needing(need), ASKED, reached);
        expect([...near, ...far].map(({ symptom }) => symptom).sort()).toEqual(
          ASKED.answers.map(({ symptom }) => symptom).sort(),
        );
      }),
    );
  });
});
