import { spawn } from 'node:child_process';
import type { World } from '../world/world.ts';
import { until } from '../world/process.ts';

/** Symptoms about packets, which a capture on the origin decides. */
export const WIRE_SYMPTOMS = ['syn-absent', 'syn-unanswered', 'syn-rst', 'syn-icmp', 'synack-repeats', 'handshake-ok'];

interface Flow {
  synAcks: number;
  rst: boolean;
  completed: boolean;
}

const LINE = /IP6? (\S+)\.(\d+) > (\S+)\.(\d+): Flags \[([^\]]*)\]/;
const ICMP = / ICMP6?,? .*(?:unreachable|prohibited)/;

/**
 * Reads a capture made on the origin (`tcpdump -n`) and names what happened to the calls in it.
 * @param port the port that was called
 */
export function wireSymptoms(capture: string, port: number): string[] {
  const flows = new Map<string, Flow>();
  let denied = 0;
  for (const line of capture.split('\n')) {
    if (ICMP.test(line) && !line.includes('neighbor')) denied += 1;
    const [, from = '', fromPort, to = '', toPort, flags = ''] = LINE.exec(line) ?? [];
    if (fromPort === undefined) continue;
    const inward = toPort === String(port);
    if (!inward && fromPort !== String(port)) continue;
    const key = inward ? `${from} ${fromPort}` : `${to} ${toPort ?? ''}`;
    const flow = flows.get(key) ?? { synAcks: 0, rst: false, completed: false };
    if (inward && flags === 'S') flows.set(key, flow);
    else if (!flows.has(key)) continue;
    else if (inward) flow.completed ||= flags.includes('.') && flow.synAcks > 0;
    else if (flags === 'S.') flow.synAcks += 1;
    else if (flags.startsWith('R')) flow.rst ||= flow.synAcks === 0;
  }
  const seen = new Set<string>();
  for (const flow of flows.values()) {
    if (flow.completed) seen.add('handshake-ok');
    else if (flow.synAcks > 1) seen.add('synack-repeats');
    else if (flow.rst) seen.add('syn-rst');
    else if (flow.synAcks === 0) seen.add(denied > 0 ? 'syn-icmp' : 'syn-unanswered');
  }
  return flows.size === 0 ? ['syn-absent'] : [...seen];
}

/** A running capture on the origin's interface. */
export interface Capture {
  /**
   * Ends it once it shows what is expected, or after ten seconds.
   * @param shows asked with what it saw so far
   * @returns what it saw
   */
  readonly stop: (shows: (seen: string) => boolean) => Promise<string>;
}

/** Starts a capture of TCP and ICMP on the origin. @throws when tcpdump does not start */
export async function capture(world: World): Promise<Capture> {
  const [program = '', ...args] = [
    ...world.enter('origin'),
    ...['tcpdump', '-Z', 'root', '--immediate-mode', '-lnU', '-i', 'eth0', 'tcp or icmp or icmp6'],
  ];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  let seen = '';
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (seen.length < 2_000_000) seen += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  if (!(await until(() => Promise.resolve(said.includes('listening on')), 10_000, 20))) {
    child.kill('SIGKILL');
    throw new Error(`tcpdump did not start: ${said}`);
  }
  return {
    stop: async (shows) => {
      // A busy machine delivers the last packets late.
      await until(() => Promise.resolve(shows(seen)), 10_000, 50);
      await world.exec('origin', 'pkill -INT -x tcpdump; sleep 0.1; pkill -KILL -x tcpdump');
      await gone;
      return seen;
    },
  };
}
