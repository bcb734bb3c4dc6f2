import { expect, it } from 'vitest';
import type { Probe } from '../edge/probe.ts';
import type { World } from '../world/world.ts';
import { startEdge } from './client.ts';

/** A world whose edge runs nothing: the program that should be the edge ends at once. */
const ENDED: World = {
  enter: () => ['sh', '-c', 'exit 0'],
  exec: () => Promise.resolve({ status: 0, output: '' }),
  destroy: () => Promise.resolve(),
};

it('tells that the edge program has ended, to those who wait and to those who come later', async () => {
  const ask = startEdge(ENDED);
  const probe = { address: '127.0.0.1' } as Probe;
  await expect(ask(probe)).rejects.toThrow('the edge program ended');
  await expect(ask(probe)).rejects.toThrow('the edge program ended');
});
