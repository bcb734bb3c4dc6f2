import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph } from './graph.ts';
import { answer, follow, replay, takeBack, toggle, walkOf } from './replay.ts';
import { SAMPLE, sampleEnd, sampleQuestion, sampleSymptom } from './sample.fixture.ts';
import { movesOf, stroll } from './stroll.fixture.ts';
import { decodeWalk, type Walk } from './walk.ts';

const read = (query: string): Walk => decodeWalk(query).walk;
const at = (query: string, node?: string) => replay(SAMPLE, read(query), node);
const FILTERS = sampleQuestion('filters');

describe('replay', () => {
  it('begins at the first question and goes where the answers lead', () => {
    expect(at('')).toMatchObject({ current: 'code', atEnd: false, steps: [] });
    expect(at('code=code-a&time=t-long&scope=scope-constant')).toMatchObject({
      current: 'filters',
      evidence: ['code-a', 't-long', 'scope-constant'],
    });
    expect(at('code=code-b&listen=l-none')).toMatchObject({ current: 'down', atEnd: true });
    expect(at('code=none&direct=unsure')).toMatchObject({ current: 'unknown', evidence: [] });
  });

  it('does not depend on the order of the answers', () => {
    const parts = ['code=code-a', 'time=t-long', 'scope=none', 'filters=f-none', 'queue=q-full'];
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: 5 }), (mixed) => at(mixed.join('&')).current === 'full'),
    );
  });

  it('drops answers to unknown questions and outdated symptoms, and says why', () => {
    const found = at('code=code-a&gone=x&time=t-old');
    expect(found.current).toBe('time');
    expect(found.dropped).toEqual([
      { answer: { question: 'time', value: ['t-old'] }, reason: 'unknown' },
      { answer: { question: 'gone', value: ['x'] }, reason: 'unknown' },
    ]);
  });

  it('keeps the part of an answer that still stands, and drops the rest', () => {
    const given = at('code=code-b&listen=l-ok&filters=f-drop,f-old');
    expect(given).toMatchObject({
      current: 'filtered',
      dropped: [{ answer: { question: 'filters', value: ['f-old'] }, reason: 'unknown' }],
    });
    const held = at('filters=f-drop,f-old&code=code-b', 'listen');
    expect(held.held).toEqual([{ question: 'filters', value: ['f-drop'] }]);
    expect(held.dropped).toHaveLength(1);
    expect(at('code=code-a,code-b').dropped).toHaveLength(1);
    const alone = at('code=code-b&listen=l-ok&filters=f-none,f-drop');
    expect(alone).toMatchObject({ current: 'filtered', dropped: [{ answer: { value: ['f-none'] } }] });
    expect(alone.evidence).not.toContain('f-none');
  });

  it('begins in the middle where the address does', () => {
    expect(at('', 'queue').current).toBe('queue');
    expect(at('', 'down')).toMatchObject({ current: 'down', atEnd: true });
    expect(at('scope=none').current).toBe('filters');
    expect(at('scope=none&time=t-long').steps.map((step) => step.question)).toEqual(['time', 'scope']);
    expect(at('', 'constructor').current).toBe('code');
  });

  it('takes the first answer back, wherever the walk began', () => {
    const whole = read('code=code-a&time=t-long&scope=none');
    expect(replay(SAMPLE, takeBack(whole, 'code'), 'code')).toMatchObject({
      current: 'code',
      held: [{ question: 'time' }, { question: 'scope' }],
    });
    const part = read('time=t-long&scope=none');
    expect(replay(SAMPLE, takeBack(part, 'time'), 'time')).toMatchObject({
      current: 'time',
      held: [{ question: 'scope' }],
    });
    expect(replay(SAMPLE, answer(takeBack(part, 'time'), 'time', ['t-short']))).toMatchObject({
      current: 'filters',
      evidence: ['t-short'],
    });
  });

  it('keeps later answers after a change as far as they are reachable, and drops the others', () => {
    const walk = read('code=code-b&listen=none&time=t-long&scope=scope-constant');
    const changed = answer(takeBack(walk, 'code'), 'code', ['code-a']);
    const found = replay(SAMPLE, changed);
    expect(found.steps.map((step) => step.question)).toEqual(['code', 'time', 'scope']);
    expect(found.dropped).toEqual([{ answer: { question: 'listen', value: 'none' }, reason: 'unreachable' }]);
    expect(walkOf(found, []).answers.map((entry) => entry.question)).toEqual(['code', 'time', 'scope']);
    expect(replay(SAMPLE, takeBack(walk, 'listen'), 'listen')).toMatchObject({
      current: 'listen',
      held: [{ question: 'time' }, { question: 'scope' }],
    });
  });

  it('passes a question that findings answer, unless the address names it', () => {
    const seen = 'seen=code-a,t-long';
    const passed = at(seen);
    expect(passed).toMatchObject({
      current: 'scope',
      steps: [
        { question: 'code', implied: true },
        { question: 'time', implied: true },
      ],
    });
    expect(walkOf(passed, ['code-a', 't-long'])).toEqual({ answers: [], seen: ['code-a', 't-long'] });
    expect(at(seen, 'time')).toMatchObject({ current: 'time', steps: [{ question: 'code' }] });
    expect(at('code=code-b&listen=l-ok&filters=unsure&seen=f-limit')).toMatchObject({ current: 'full' });
  });

  it('lets an answer replace the findings of its exclusive group', () => {
    expect(at('code=code-b&seen=code-a,extra').evidence).toEqual(['extra', 'code-b']);
    expect(at('code=code-b&listen=l-ok&filters=f-none&seen=f-drop,f-ban').evidence).not.toContain('f-drop');
  });

  it('takes an answer at its word: what it says does not hold is forgotten', () => {
    const walk = 'code=code-b&listen=l-ok&seen=f-ban,extra&filters=';
    expect(at(`${walk}f-none`).evidence, 'alone').toEqual(['extra', 'code-b', 'l-ok', 'f-none']);
    expect(at(`${walk}none`).evidence, 'none').toEqual(['extra', 'code-b', 'l-ok']);
    expect(at(`${walk}unsure`).evidence, 'unsure').toEqual(['f-ban', 'extra', 'code-b', 'l-ok']);
    expect(at(`${walk}f-drop`).evidence, 'beside').toEqual(['f-ban', 'extra', 'code-b', 'l-ok', 'f-drop']);
  });

  it('looks up nothing that objects inherit', () => {
    for (const word of ['constructor', 'valueof', 'tostring', 'hasownproperty']) {
      expect(at(`${word}=none&code=${word}&seen=${word}`, word)).toMatchObject({
        current: 'code',
        evidence: [],
        dropped: [{}, {}],
      });
    }
    expect(
      replay(SAMPLE, { answers: [{ question: '__proto__', value: 'none' }], seen: ['__proto__'] }, '__proto__'),
    ).toMatchObject({ current: 'code', evidence: [] });
  });

  it('always ends in a known place that survives a reload, whatever the reader does', () => {
    fc.assert(
      fc.property(movesOf(SAMPLE), (moves) => {
        stroll(SAMPLE, moves);
      }),
      { numRuns: 500 },
    );
  });

  it('ends in any graph, also one that leads back into itself', () => {
    const ids = ['a', 'b', 'c', 'd', 'end'];
    const next = fc.constantFrom(...ids);
    const choice = fc.record({ symptom: fc.constantFrom('s', 't', 'u'), alone: fc.boolean(), next });
    const question = fc.record({
      answers: fc.array(choice, { minLength: 1, maxLength: 3 }),
      several: fc.boolean(),
      none: next,
      unsure: next,
    });
    const graph = fc.record({ a: question, b: question, c: question, d: question }).map((questions): Graph => ({
      ...SAMPLE,
      start: 'a',
      questions: questions as unknown as Graph['questions'],
      ends: { end: sampleEnd('down') },
      symptoms: { s: sampleSymptom('extra'), t: sampleSymptom('extra'), u: sampleSymptom('extra') },
    }));
    const value = fc.constantFrom('none', 'unsure', 's', 't,u', 's,t,u');
    fc.assert(
      fc.property(graph, fc.array(fc.tuple(fc.constantFrom(...ids), value)), value, (random, answers, seen) => {
        const walk = read([...answers.map((pair) => pair.join('=')), `seen=${seen}`].join('&'));
        const once = replay(random, walk);
        expect(ids).toContain(once.current);
        expect(replay(random, walk)).toEqual(once);
      }),
    );
  });
});

describe('toggle and follow', () => {
  it('ticks and unticks, and lets an answer that stands alone stand alone', () => {
    expect(toggle(FILTERS, ['f-drop'], 'f-ban')).toEqual(['f-drop', 'f-ban']);
    expect(toggle(FILTERS, ['f-drop', 'f-ban'], 'f-drop')).toEqual(['f-ban']);
    expect(toggle(FILTERS, ['f-drop', 'f-ban'], 'f-none')).toEqual(['f-none']);
    expect(toggle(FILTERS, ['f-none'], 'f-drop')).toEqual(['f-drop']);
  });

  it('never leaves an answer that stands alone beside another', () => {
    const clicks = fc.array(fc.constantFrom(...FILTERS.answers.map((entry) => entry.symptom)));
    fc.assert(
      fc.property(clicks, (clicked) => {
        const chosen = clicked.reduce<string[]>((held, symptom) => toggle(FILTERS, held, symptom), []);
        expect(new Set(chosen).size).toBe(chosen.length);
        if (chosen.includes('f-none')) expect(chosen).toEqual(['f-none']);
      }),
    );
  });

  it('goes where the first answer in the author’s order leads', () => {
    const queue = sampleQuestion('queue');
    expect(follow(queue, ['q-ok', 'q-full'])).toBe('full');
    expect(follow(queue, 'none')).toBe('unknown');
    expect(follow(queue, ['gone'])).toBe('unknown');
  });
});
