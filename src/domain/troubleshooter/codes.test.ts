import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withCode } from './codes.ts';
import type { Graph } from './graph.ts';
import { replay } from './replay.ts';
import { SAMPLE } from './sample.fixture.ts';
import { decodeWalk } from './walk.ts';

const { code: start, time } = SAMPLE.questions;
if (start === undefined || time === undefined) throw new Error('the sample asks for the code and the time');
const choice = (symptom: string, next: string) => ({ symptom, next, alone: false });
const GRAPH: Graph = {
  ...SAMPLE,
  questions: {
    ...SAMPLE.questions,
    code: { ...start, answers: [choice('code-522', 'time'), choice('code-1xxx', 'number')] },
    number: { ...start, answers: [choice('code-1016', 'listen')] },
  },
};
const plain = (query: string) => decodeWalk(query).walk;
const read = (query: string) => withCode(GRAPH, plain(query));

describe('a bare number for the first question', () => {
  it('is the answer that it names', () => {
    expect(read('code=522&time=t-short&seen=f-drop')).toEqual(plain('code=code-522&time=t-short&seen=f-drop'));
    expect(replay(GRAPH, read('code=522')).current).toBe('time');
  });

  it('is two answers when a later question tells the codes apart', () => {
    expect(read('number=none&code=1016')).toEqual(plain('code=code-1xxx&number=code-1016'));
    expect(replay(GRAPH, read('code=1016')).current).toBe('listen');
  });

  it('stays, to be told, when no question offers that number', () => {
    for (const query of ['code=599', 'code=abc', 'code=none', 'time=522', 'code=code-522', 'code=522,1016', ''])
      expect(read(query), query).toEqual(plain(query));
    expect(replay(GRAPH, read('code=599')).dropped).toHaveLength(1);
  });

  it('never throws, and reads what it made as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('522', '1016', '599', 'code-522', 'constructor')), (given) => {
        const once = read(`code=${given.join(',')}`);
        expect(withCode(GRAPH, once)).toEqual(once);
      }),
    );
  });
});
