import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Graph, lookup, nextOf, questionsAhead, reaches } from './graph.ts';
import { SAMPLE, sampleQuestion } from './sample.fixture.ts';

const TEMPLATE = sampleQuestion('code');

/** Random graphs without loops: each question leads to later ones or to the end only. */
const acyclic: fc.Arbitrary<Graph> = fc
  .integer({ min: 1, max: 8 })
  .chain((size) =>
    fc.tuple(
      ...Array.from({ length: size }, (_, index) =>
        fc.array(fc.integer({ min: index + 1, max: size }), { minLength: 3, maxLength: 5 }),
      ),
    ),
  )
  .map((edges) => {
    const name = (index: number): string => (index < edges.length ? `q${String(index)}` : 'down');
    const questions = edges.map(([none = 0, unsure = 0, ...answers], index) => [
      `q${String(index)}`,
      {
        ...TEMPLATE,
        none: name(none),
        unsure: name(unsure),
        answers: answers.map((next) => ({ symptom: 's', alone: false, next: name(next) })),
      },
    ]);
    return { ...SAMPLE, start: 'q0', questions: Object.fromEntries(questions) as Graph['questions'] };
  });

/** All ways from a node, the slow way. */
function waysFrom(graph: Graph, node: string): string[][] {
  const question = lookup(graph.questions, node);
  return question === undefined
    ? [[node]]
    : nextOf(question).flatMap((next) => waysFrom(graph, next).map((way) => [node, ...way]));
}

describe('the graph', () => {
  it('counts the most questions that can follow', () => {
    expect(questionsAhead(SAMPLE, 'code')).toBe(6);
    expect(questionsAhead(SAMPLE, 'queue')).toBe(1);
    expect(questionsAhead(SAMPLE, 'down')).toBe(0);
    fc.assert(
      fc.property(
        acyclic,
        (graph) => questionsAhead(graph, 'q0') === Math.max(...waysFrom(graph, 'q0').map((way) => way.length - 1)),
      ),
    );
  });

  it('tells what can still be reached', () => {
    expect(reaches(SAMPLE, 'listen', 'queue')).toBe(true);
    expect(reaches(SAMPLE, 'queue', 'listen')).toBe(false);
    expect(reaches(SAMPLE, 'queue', 'queue')).toBe(true);
    fc.assert(
      fc.property(acyclic, fc.nat(8), (graph, index) => {
        const to = `q${String(index)}`;
        return reaches(graph, 'q0', to) === waysFrom(graph, 'q0').some((way) => way.includes(to));
      }),
    );
  });

  it('ends on a graph that leads back into itself', () => {
    const loop: Graph = { ...SAMPLE, questions: { code: { ...TEMPLATE, answers: [], none: 'code', unsure: 'down' } } };
    expect(reaches(loop, 'code', 'nowhere')).toBe(false);
    expect(questionsAhead(loop, 'code')).toBeGreaterThan(0);
  });

  it('finds its own entries and nothing that objects inherit', () => {
    for (const id of ['constructor', '__proto__', 'toString', 'hasOwnProperty', ''])
      expect(lookup(SAMPLE.questions, id)).toBeUndefined();
    expect(lookup(SAMPLE.questions, 'code')).toBe(TEMPLATE);
  });
});
