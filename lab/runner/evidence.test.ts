import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/knowledge/schemas/scenario.ts';
import type { World } from '../world/world.ts';
import { gather } from './evidence.ts';

/** A world whose log gets its line only at the third look, and how often it was looked at. */
function late(): { readonly world: World; readonly looks: () => number } {
  let looks = 0;
  const world: World = {
    enter: () => [],
    exec: () => {
      looks += 1;
      return Promise.resolve({ status: 0, output: looks < 3 ? 'started\n' : 'started\nupstream   timed out\n' });
    },
    destroy: () => Promise.resolve(),
  };
  return { world, looks: () => looks };
}

const scenario = (during: boolean): Scenario =>
  ({ evidence: [{ in: 'origin', run: 'cat error.log', shows: 'timed out', during }] }) as unknown as Scenario;

describe('gather', () => {
  it('waits for a line that comes after the requests', async () => {
    const { world, looks } = late();
    expect(await gather(world, scenario(false))).toEqual({ lines: ['upstream timed out'], missing: [] });
    expect(looks()).toBe(3);
  });

  it('leaves what shows during requests to a look during requests, and the other way round', async () => {
    const { world, looks } = late();
    expect(await gather(world, scenario(true))).toEqual({ lines: [], missing: [] });
    expect(await gather(world, scenario(false), Promise.resolve())).toEqual({ lines: [], missing: [] });
    expect(looks()).toBe(0);
  });

  it('ends with the requests, also with those that fail, and says what did not show', async () => {
    for (const requests of [Promise.resolve(), Promise.reject(new Error('the edge program ended'))]) {
      const { lines, missing } = await gather(late().world, scenario(true), requests);
      expect(lines).toEqual([]);
      expect(missing).toEqual([expect.stringContaining('did not show /timed out/ but: started')]);
    }
  });
});
