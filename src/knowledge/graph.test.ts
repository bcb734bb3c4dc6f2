import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Arrival, explore } from '../domain/troubleshooter/explore.ts';
import { type Graph, questionsAhead } from '../domain/troubleshooter/graph.ts';
import { supported } from '../domain/troubleshooter/rank.ts';
import { rankAt } from '../domain/troubleshooter/rank-at.ts';
import { answer, replay, walkOf } from '../domain/troubleshooter/replay.ts';
import { movesOf, stroll } from '../domain/troubleshooter/stroll.fixture.ts';
import { decodeWalk, EMPTY_WALK, encodeWalk, QUERY_LIMIT, type Walk } from '../domain/troubleshooter/walk.ts';
import { settle, START, toGraph } from './graph.ts';
import { troubleshooterStart } from './listings.ts';
import { loadKnowledge } from './load.ts';
import type { Knowledge } from './model.ts';

/** For what touches every state; it takes a second, and more on a busy machine. In milliseconds. */
const SLOW = 60_000;

let knowledge: Knowledge;
let graph: Graph;
let states = 0;
const arrivals: Arrival[] = [];

beforeAll(() => {
  const loaded = loadKnowledge(join(process.cwd(), 'content'), '2026-11-21');
  if (loaded.knowledge === undefined) throw new Error('the content has errors; `npm run check` names them');
  knowledge = loaded.knowledge;
  graph = toGraph(knowledge);
  states = explore(graph, (arrival) => arrivals.push(arrival));
}, SLOW);

const toldOf = ({ answers, end }: Arrival): string => `${end}: ${encodeWalk({ answers, seen: [] })}`;

describe('settle', () => {
  const figure = (id: string): string | undefined => (id === 'connect' ? '19 s' : undefined);
  it.each([
    ['fills in figures', 'after {connect}', 'after 19 s'],
    ['leaves unknown figures to the check', 'after {nothing@2025-01-01}', 'after {nothing@2025-01-01}'],
    ['takes literals as they are', "about {'60 s'}", 'about 60 s'],
    ['leaves citations to the pages', 'So it is.[^error-522] [^inference] Yes.', 'So it is. Yes.'],
    ['leaves marks to the view', '**so** `{x}` [y](cause:z)', '**so** `{x}` [y](cause:z)'],
  ])('%s', (_name, source, wanted) => {
    expect(settle(source, figure)).toBe(wanted);
  });
});

describe('the way in from a code', () => {
  it.each([
    ['522', '/troubleshoot/time-522/?code=code-522'],
    ['1016', '/troubleshoot/target-name/?code=code-1xxx&code-1xxx=code-1016'],
    ['1019', '/troubleshoot/worker-circle/?code=code-1xxx&code-1xxx=none&code-1xxx-more=code-1019'],
    ['599', '/troubleshoot/'],
  ])('%s', (code, address) => {
    expect(troubleshooterStart(knowledge, code)).toBe(address);
  });

  it('is a walk that every code of the content can take', () => {
    for (const code of knowledge.errors.keys()) {
      const { pathname, searchParams } = new URL(troubleshooterStart(knowledge, code), 'https://www.example.com');
      const { walk, damaged } = decodeWalk(searchParams.toString());
      const result = replay(graph, walk);
      expect({ damaged, dropped: result.dropped, held: result.held }).toEqual({
        damaged: false,
        dropped: [],
        held: [],
      });
      expect(pathname).toBe(`/troubleshoot/${result.current}/`);
      expect(result.evidence).toContain(`code-${code}`);
    }
  });
});

describe('the graph of the content', () => {
  it('refers to nothing that it does not hold', () => {
    const nodes = { ...graph.questions, ...graph.ends };
    expect(graph.start).toBe(START);
    for (const question of Object.values(graph.questions)) {
      for (const next of [...question.answers.map((choice) => choice.next), question.none, question.unsure])
        expect(nodes).toHaveProperty([next]);
      for (const choice of question.answers) expect(graph.symptoms).toHaveProperty([choice.symptom]);
      for (const id of question.checks) expect(graph.checks).toHaveProperty([id]);
    }
    for (const end of Object.values(graph.ends)) {
      for (const id of end.causes) expect(graph.causes).toHaveProperty([id]);
      for (const entry of end.decides) expect(graph.checks).toHaveProperty([entry.check]);
    }
    for (const cause of Object.values(graph.causes)) {
      for (const id of cause.confirm) expect(graph.checks).toHaveProperty([id]);
      for (const item of cause.evidence) expect(graph.symptoms).toHaveProperty([item.symptom]);
    }
  });

  it('uses no id that an address reads as something else', () => {
    const ids = [...Object.keys(graph.questions), ...Object.keys(graph.symptoms)];
    for (const id of ids) expect(['seen', 'none', 'unsure', 'constructor']).not.toContain(id);
    expect(Object.keys(graph.questions).filter((id) => Object.hasOwn(graph.ends, id))).toEqual([]);
  });

  it('survives the way to the browser unchanged, without figures or citations left in it', () => {
    const sent = JSON.stringify(graph);
    expect(JSON.parse(sent)).toEqual(JSON.parse(JSON.stringify(toGraph(knowledge))));
    expect(sent).not.toMatch(/\[\^/);
    const figures = [...knowledge.figures.keys()].filter((id) => sent.includes(`{${id}}`));
    expect(figures).toEqual([]);
  });

  it('has under 200,000 states', () => {
    expect(states).toBeGreaterThan(1000);
    expect(states).toBeLessThan(200_000);
  });

  it('reaches every end', () => {
    expect(new Set(arrivals.map((arrival) => arrival.end))).toEqual(new Set(Object.keys(graph.ends)));
  });

  it(
    'never puts first what the answers exclude, nor what they do not support unless the end is vague',
    () => {
      const wrong = arrivals.filter(({ end: id, evidence }) => {
        const end = graph.ends[id];
        const [first] = rankAt(graph, id, evidence).ordered;
        return first === undefined || first.excludes.length > 0 || (end?.vague !== true && !supported(first));
      });
      expect(wrong.map(toldOf)).toEqual([]);
    },
    SLOW,
  );

  it(
    'explores as a replay walks, and writes every reachable state so that it is read back',
    () => {
      const wrong = arrivals.filter(({ end, answers, evidence }) => {
        const walk: Walk = { answers, seen: [] };
        const read = decodeWalk(encodeWalk(walk));
        const result = replay(graph, read.walk);
        const same = isDeepStrictEqual(read, { walk, damaged: false }) && isDeepStrictEqual(walkOf(result, []), walk);
        return !same || result.current !== end || !isDeepStrictEqual(result.evidence, evidence);
      });
      expect(wrong.map(toldOf)).toEqual([]);
      expect(Math.max(...arrivals.map((arrival) => toldOf(arrival).length))).toBeLessThan(QUERY_LIMIT / 4);
    },
    SLOW,
  );

  it('names no cause, of what has passed, that cannot give the code that was seen', () => {
    const { walk } = decodeWalk('code=it-has-stopped&stopped-code=code-522&stopped-server=unsure&stopped-around=none');
    const { current, evidence } = replay(graph, walk);
    const listed = rankAt(graph, current, evidence).ordered.map(({ id }) => id);
    const gives = (id: string): boolean => knowledge.causes.get(id)?.codes.some(({ code }) => code === '522') ?? false;
    expect(listed.filter((id) => !gives(id))).toEqual([]);
    expect(listed).not.toContain('cert-expired');
    expect(listed.indexOf('cpu-ram-exhausted')).toBeGreaterThan(listed.indexOf('host-powered-off'));
  });

  it('asks nine questions at the most', () => {
    expect(questionsAhead(graph, graph.start)).toBeLessThanOrEqual(9);
    expect(Math.max(...arrivals.map((arrival) => arrival.answers.length))).toBeLessThanOrEqual(9);
  });

  it('lets a reader who can check nothing end within six answers, whatever the code', () => {
    for (const { symptom } of graph.questions[START]?.answers ?? []) {
      let walk = answer(EMPTY_WALK, START, [symptom]);
      let result = replay(graph, walk);
      while (!result.atEnd) {
        walk = answer(walk, result.current, 'unsure');
        result = replay(graph, walk);
      }
      const asked = result.steps.filter((step) => step.value === 'unsure');
      expect(asked.length, `after ${symptom}`).toBeLessThanOrEqual(6);
      expect(rankAt(graph, result.current, result.evidence).ordered.length, symptom).toBeGreaterThan(1);
    }
  });

  it(
    'keeps its footing whatever the reader does',
    () => {
      fc.assert(
        fc.property(movesOf(graph), (moves) => {
          stroll(graph, moves);
        }),
        { numRuns: 200 },
      );
    },
    SLOW,
  );
});
