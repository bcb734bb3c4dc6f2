import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../domain/troubleshooter/graph.ts';
import { rank } from '../domain/troubleshooter/rank.ts';
import { replay } from '../domain/troubleshooter/replay.ts';
import { decodeWalk } from '../domain/troubleshooter/walk.ts';
import { toGraph } from './graph.ts';
import { loadKnowledge } from './load.ts';
import { NO_CODE, OTHER_CODES, REFUSED } from './scenarios-521.fixture.ts';
import { SILENT } from './scenarios-522.fixture.ts';

/** Reading the whole content takes a second, and more on a busy machine; in milliseconds. */
const SLOW = 60_000;

let graph: Graph;

beforeAll(() => {
  const { knowledge } = loadKnowledge(join(process.cwd(), 'content'), '2026-11-21');
  if (knowledge === undefined) throw new Error('the content has errors; `npm run check` names them');
  graph = toGraph(knowledge);
}, SLOW);

describe.each([
  ['522', SILENT],
  ['521', REFUSED],
  ['no code', NO_CODE],
  ['another code', OTHER_CODES],
])('%s', (_code, scenarios) => {
  it.each(scenarios)('%s', (_story, answers, end, first) => {
    const { walk, damaged } = decodeWalk(answers);
    const result = replay(graph, walk);
    expect({ damaged, dropped: result.dropped, held: result.held }).toEqual({ damaged: false, dropped: [], held: [] });
    expect(result.current).toBe(end);
    expect(rank(graph, graph.ends[end]?.causes ?? [], result.evidence).ordered.map((cause) => cause.id)[0]).toBe(first);
  });
});
