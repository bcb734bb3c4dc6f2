import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Probe, Result } from '../edge/probe.ts';
import { LAB } from '../world/folder.ts';
import type { World } from '../world/world.ts';

/**
 * Starts the edge program on a world's edge; it ends with the world.
 * @returns a function that makes it send a probe, and rejects when the program has ended
 */
export function startEdge(world: World): (probe: Probe) => Promise<Result> {
  const [program = '', ...args] = world.enter('edge');
  const child = spawn(program, [...args, process.execPath, join(LAB, 'edge/main.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = new Map<number, { readonly done: (result: Result) => void; readonly fail: (error: Error) => void }>();
  const ended = new Error('the edge program ended');
  let last = 0;
  let gone = false;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, result } = JSON.parse(line) as { id: number; result: Result };
    waiting.get(id)?.done(result);
    waiting.delete(id);
  });
  child.stdin.on('error', () => undefined);
  child.once('close', () => {
    gone = true;
    for (const { fail } of waiting.values()) fail(ended);
  });
  return (probe) =>
    new Promise((done, fail) => {
      if (gone) {
        fail(ended);
        return;
      }
      last += 1;
      waiting.set(last, { done, fail });
      child.stdin.write(`${JSON.stringify({ id: last, probe })}\n`);
    });
}
