import { globSync } from 'node:fs';
import { describe, expect, inject } from 'vitest';
import { answer, replay } from '../../src/domain/troubleshooter/replay.ts';
import { EMPTY_WALK } from '../../src/domain/troubleshooter/walk.ts';
import { compressed } from '../support/pages.ts';
import {
  addressKnowing,
  arrives,
  awake,
  builtGraph,
  choose,
  DROPPED,
  ended,
  reply,
} from '../support/troubleshooter.ts';
import { test } from '../support/visit.ts';
import { watchShifts } from './shifts.ts';

const site = inject('site');
const graph = builtGraph(site.dist);

/** A repair comes while the reader looks at the first lines of the end: it must be there within a moment. */
const REPAIR = 6 * 1024;
const DETAILS = 62 * 1024;
/** The words to ask for help with, and the report. */
const HELP = 5 * 1024;

/** What stands for 50 ms at a processor four times slower, which `npm run bench` measures: the size of what is drawn. */
const NODES_QUESTION = 700;
const NODES_END = 2000;

describe('a whole walk', () => {
  for (const width of [390, 1280]) {
    test(`moves nothing that stands and draws little, at ${String(width)} px`, async ({ visit }) => {
      const { page } = await visit({ viewport: { width, height: 844 } });
      await watchShifts(page);
      // As slow as a telephone: what comes late must not push what stands.
      await page.route(/\/data\/repair\./, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 900));
        await route.continue();
      });
      await page.goto(`${site.address}/troubleshoot/`);
      await awake(page);
      const nodes = () => page.evaluate(() => document.querySelectorAll('main *').length);
      let walk = EMPTY_WALK;
      for (let place = replay(graph, walk); !place.atEnd; place = replay(graph, walk)) {
        expect(await nodes(), place.current).toBeLessThanOrEqual(NODES_QUESTION);
        const value = reply(graph, place.current, DROPPED);
        await choose(page, 'keyboard', graph, place.current, value);
        walk = answer(walk, place.current, value);
        await arrives(page, graph, replay(graph, walk).current);
      }
      expect(await page.getByRole('heading', { name: 'Do this now' }).isVisible(), 'before the repair is here').toBe(
        true,
      );
      await ended(page);
      await page.waitForTimeout(200);
      expect(await nodes()).toBeLessThanOrEqual(NODES_END);
      expect(await page.evaluate(() => window.shifts)).toEqual([]);
    });
  }
});

describe('what an end fetches is small', () => {
  test('each repair, and the texts of all checks and causes', () => {
    const files = globSync('data/repair.*.json', { cwd: site.dist });
    expect(files.length).toBe(Object.keys(graph.causes).length);
    for (const file of files) expect(compressed(site.dist, `/${file}`), file).toBeLessThanOrEqual(REPAIR);
    const [details = ''] = globSync('data/details.*.json', { cwd: site.dist });
    expect(compressed(site.dist, `/${details}`)).toBeLessThanOrEqual(DETAILS);
  });

  test('the script with the words and the report, and no question page has it', async ({ visit }) => {
    const { page, requests } = await visit();
    const scripts = () =>
      new Set(requests.map((address) => new URL(address).pathname).filter((path) => path.endsWith('.js')));
    await page.goto(`${site.address}/troubleshoot/time-522/?code=code-522`);
    await awake(page);
    const before = scripts();
    await page.goto(site.address + addressKnowing(graph, DROPPED));
    await awake(page);
    await ended(page);
    const added = [...scripts()].filter((path) => !before.has(path));
    expect(added.length).toBeGreaterThan(0);
    expect(added.reduce((sum, path) => sum + compressed(site.dist, path), 0)).toBeLessThanOrEqual(HELP);
  });
});
