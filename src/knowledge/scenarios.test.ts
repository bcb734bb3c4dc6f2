import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../domain/troubleshooter/graph.ts';
import { rankAt } from '../domain/troubleshooter/rank-at.ts';
import { replay } from '../domain/troubleshooter/replay.ts';
import { decodeWalk } from '../domain/troubleshooter/walk.ts';
import { toGraph } from './graph.ts';
import { loadKnowledge } from './load.ts';
import { REFUSED } from './scenarios-521.fixture.ts';
import { SILENT_SOME } from './scenarios-522-some.fixture.ts';
import { SILENT_ALWAYS } from './scenarios-522.fixture.ts';
import { OTHER_52X } from './scenarios-52x.fixture.ts';
import { OTHER_CODES } from './scenarios-codes.fixture.ts';
import { ENTRIES } from './scenarios-entries.fixture.ts';
import { NO_CODE } from './scenarios-nocode.fixture.ts';
import { REPORTED } from './scenarios-reports.fixture.ts';

/** Reading the whole content takes a second, and more on a busy machine; in milliseconds. */
const SLOW = 60_000;

let graph: Graph;

beforeAll(() => {
  const { knowledge } = loadKnowledge(join(process.cwd(), 'content'), '2026-11-21');
  if (knowledge === undefined) throw new Error('the content has errors; `npm run check` names them');
  graph = toGraph(knowledge);
}, SLOW);

const STORIES = [
  ['522 for everyone', SILENT_ALWAYS],
  ['522 for some', SILENT_SOME],
  ['521', REFUSED],
  ['the other 52x', OTHER_52X],
  ['other codes', OTHER_CODES],
  ['no site, or past', ENTRIES],
  ['no code', NO_CODE],
  ['public reports', REPORTED],
] as const;

describe.each(STORIES)('%s', (_code, scenarios) => {
  it.each(scenarios)('$story', ({ answers, end, first, asked }) => {
    const { walk, damaged } = decodeWalk(answers);
    const result = replay(graph, walk);
    expect({ damaged, dropped: result.dropped, held: result.held }).toEqual({ damaged: false, dropped: [], held: [] });
    expect(result.current).toBe(end);
    expect(rankAt(graph, end, result.evidence).ordered[0]?.id).toBe(first);
    expect(result.steps.filter((step) => !step.implied)).toHaveLength(asked);
  });
});

describe('the stories together', () => {
  const all = STORIES.flatMap(([, stories]) => stories);

  it('enter by every answer to the first question that leads to one of its own', () => {
    const entries = new Set(all.map(({ answers }) => decodeWalk(answers).walk.answers[0]?.value.toString()));
    const missing = (graph.questions[graph.start]?.answers ?? []).filter(({ symptom }) => !entries.has(symptom));
    expect(missing.map(({ symptom }) => symptom)).toEqual(['code-527']);
  });

  it('differ from each other', () => {
    expect(new Set(all.map(({ story }) => story)).size).toBe(all.length);
    expect(new Set(all.map(({ answers }) => answers)).size).toBe(all.length);
  });
});
