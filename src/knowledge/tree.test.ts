import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Measure, measure } from '../domain/troubleshooter/measure.ts';
import type { Graph } from '../domain/troubleshooter/graph.ts';
import { toGraph } from './graph.ts';
import { loadKnowledge } from './load.ts';

/** For what touches every state; it takes seconds, and more on a busy machine. In milliseconds. */
const SLOW = 60_000;

let graph: Graph;
let found: Measure;

beforeAll(() => {
  const { knowledge } = loadKnowledge(join(process.cwd(), 'content'), '2026-11-21');
  if (knowledge === undefined) throw new Error('the content has errors; `npm run check` names them');
  graph = toGraph(knowledge);
  found = measure(graph);
}, SLOW);

describe('the length of the ways', () => {
  it('is five answers for half of all paths, seven for nine of ten, nine for none more', () => {
    expect(found.byPath.median).toBeLessThanOrEqual(5);
    expect(found.byPath.p90).toBeLessThanOrEqual(7);
    expect(found.byPath.max).toBeLessThanOrEqual(9);
  });

  it('is short for those who run no site', () => {
    const entry = (value: string) => found.entries.find((one) => String(one.value) === value)?.byPath.max;
    expect(entry('role-visitor')).toBeLessThanOrEqual(3);
    expect(entry('role-client')).toBeLessThanOrEqual(5);
  });

  it('is five answers at the most until each cause that Cloudflare names most common can stand first', () => {
    const common = found.firsts.filter(({ weight }) => weight === 8);
    expect(common.length).toBeGreaterThan(0);
    for (const { cause, least } of common) expect(least, cause).toBeLessThanOrEqual(5);
  });
});

describe('a reader who can check nothing', () => {
  it('ends within six answers at an ordered list that is not everything', () => {
    for (const { value, unsure } of found.entries) {
      expect(unsure.answers, String(value)).toBeLessThanOrEqual(6);
      expect(unsure.causes, String(value)).toBeGreaterThan(1);
      expect(unsure.causes, String(value)).toBeLessThan(Object.keys(graph.causes).length / 4);
    }
  });

  it('is told so where nothing points to the first cause', () => {
    for (const { value, unsure } of found.entries)
      if (unsure.vague) expect(graph.ends[unsure.end]?.vague, String(value)).toBe(true);
    for (const end of found.vague.keys()) expect(graph.ends[end]?.vague, end).toBe(true);
  });
});

it('the command tells how it is used', () => {
  const script = fileURLToPath(new URL('./tree.ts', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [script, '--help'], { encoding: 'utf8' });
  expect(stdout).toContain('--why <cause>');
  expect(status).toBe(0);
});

describe('the questions and causes', () => {
  it('each take some doubt about what comes first', () => {
    expect(found.splits.filter(({ bits }) => bits < 0.005).map(({ question }) => question)).toEqual([]);
  });

  it('let every cause come first somewhere', () => {
    expect(found.neverFirst).toEqual([]);
  });
});
