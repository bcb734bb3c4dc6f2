import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FOLDER, isAlive, MARK } from './owner.ts';

function markOf(pid: string): string | undefined {
  try {
    const variables = readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0');
    return variables.find((line) => line.startsWith(`${MARK}=`))?.slice(MARK.length + 1);
  } catch {
    return undefined;
  }
}

/** What a sweep removed. */
export interface Swept {
  readonly processes: number;
  readonly folders: number;
}

/** Ends processes and removes folders of worlds whose builder no longer runs. Others' are left alone. */
export function sweep(): Swept {
  const stale = readdirSync('/proc').filter((name) => {
    const mark = /^\d+$/.test(name) ? markOf(name) : undefined;
    return mark !== undefined && !isAlive(mark);
  });
  for (const pid of stale) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // Ended by itself in between.
    }
  }
  const folders = readdirSync(tmpdir()).filter(
    (name) => name.startsWith(FOLDER) && !isAlive(name.slice(FOLDER.length).split('-')[0] ?? ''),
  );
  for (const folder of folders) rmSync(join(tmpdir(), folder), { recursive: true, force: true });
  return { processes: stale.length, folders: folders.length };
}
