import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LAB } from './folder.ts';
import { MARK, ownMark } from './owner.ts';
import { type Outcome, run, until } from './process.ts';

/** The machines of a world. */
export type Place = 'origin' | 'router' | 'edge';

/** A network of three machines, cut off from everything else. */
export interface World {
  /**
   * Runs a shell script on one of its machines.
   * @param seconds after which it is killed
   */
  readonly exec: (place: Place, script: string, seconds?: number) => Promise<Outcome>;
  /** The command that runs another one on a machine, for programs that go on. */
  readonly enter: (place: Place) => readonly string[];
  /** Ends every process of the world; with the last one its namespaces, mounts and files vanish. */
  readonly destroy: () => Promise<void>;
}

interface Settings {
  /** Folder with the certificates. */
  readonly pki: string;
  /** Milliseconds between the router's neighbour requests; it gives up after three. */
  readonly neighbour: number;
}

const running = new Set<ChildProcess>();

/** Ends all worlds of this process at once, without waiting. */
export function destroyAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8').trim();
    return text === '' ? [] : text.split(' ').map(Number);
  } catch {
    return [];
  }
}

function isReady(pid: number): boolean {
  try {
    return readFileSync(`/proc/${String(pid)}/root/run/lab-ready`, 'utf8') !== '';
  } catch {
    return false;
  }
}

/** The origin's first process: the only grandchild of the world's first process. */
function originOf(init: number): number | undefined {
  return childrenOf(init).flatMap(childrenOf).find(isReady);
}

/**
 * Builds a world: about a fifth of a second.
 * @throws when the machine does not allow it; the message holds what the kernel said
 */
export async function build({ pki, neighbour }: Settings): Promise<World> {
  const child = spawn(
    // The kernel kills it when this process ends in whatever way, and its first process with it.
    'setpriv',
    [
      ...['--pdeathsig', 'KILL', 'unshare', '--mount', '--net', '--pid', '--ipc', '--uts', '--fork', '--kill-child'],
      ...['--mount-proc', 'sh', join(LAB, 'world/world.sh')],
    ],
    {
      env: {
        PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        LC_ALL: 'C.UTF-8',
        [MARK]: ownMark(),
        LAB_DIR: LAB,
        LAB_PKI: pki,
        LAB_NODE: process.execPath,
        LAB_NEIGHBOUR: String(neighbour),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  running.add(child);
  const gone = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  void gone.then(() => running.delete(child));
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  let origin: number | undefined;
  let init: number | undefined;
  const ready = await until(
    () => {
      init = childrenOf(child.pid ?? 0)[0];
      origin = init === undefined ? undefined : originOf(init);
      return Promise.resolve(origin !== undefined || child.exitCode !== null);
    },
    15_000,
    15,
  );
  if (!ready || init === undefined || origin === undefined) {
    child.kill('SIGKILL');
    throw new Error(`the world could not be built: ${said}`);
  }
  const [at, inside] = [String(init), String(origin)];
  const entries: Readonly<Record<Place, readonly string[]>> = {
    router: ['nsenter', '-t', at, '-m', '-n', '-p', '-u', '-i', '--'],
    edge: ['nsenter', '-t', at, '-m', '-p', '-u', '-i', `--net=/proc/${at}/root/run/netns/edge`, '--'],
    origin: ['nsenter', '-t', inside, '-m', '-n', '-p', '-u', '-i', '-r', '-w', '--'],
  };
  const clean = ['env', '-i', `${MARK}=${ownMark()}`, 'LC_ALL=C.UTF-8', 'HOME=/root', 'TERM=dumb'];
  const path = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  const enter = (place: Place): readonly string[] => [...entries[place], ...clean, path];
  return {
    enter,
    exec: (place, script, seconds = 30) =>
      run([...enter(place), 'timeout', '-s', 'KILL', String(seconds), 'sh', '-c', script]),
    destroy: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
