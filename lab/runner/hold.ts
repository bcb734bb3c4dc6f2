import { createInterface } from 'node:readline';
import type { Place, World } from '../world/world.ts';

/** Keeps a world open until Enter is pressed, and says how to look around in it. */
export function hold(world: World): Promise<void> {
  process.stdout.write('\nThe fault is in place. From another terminal, as root:\n');
  for (const place of ['origin', 'edge', 'router'] satisfies Place[])
    process.stdout.write(`  ${place.padEnd(7)} ${world.enter(place).join(' ')} bash\n`);
  process.stdout.write('Enter goes on with the fix; Ctrl-C removes the world.\n');
  const input = createInterface({ input: process.stdin });
  return new Promise((resolve) => {
    input.once('line', () => {
      input.close();
      resolve();
    });
  });
}
