import { readFileSync } from 'node:fs';

/** Variable that marks every process of a world with the process that built it. */
export const MARK = 'LAB52X_OWNER';

/** Prefix of the temporary folders; the owner's mark follows. */
export const FOLDER = 'lab52x-';

/** Ticks since boot at which a process started; undefined when there is none. A pid alone may have been given out again. */
function started(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/** The mark of this process. */
export function ownMark(): string {
  return `${String(process.pid)}.${started(process.pid) ?? '0'}`;
}

/** Whether the process that a mark names still runs. */
export function isAlive(mark: string): boolean {
  const [pid, start] = mark.split('.');
  return started(Number(pid)) === start;
}
