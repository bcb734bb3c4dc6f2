import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The shipped file. */
export const SCRIPT = fileURLToPath(new URL('../../public/diagnose.sh', import.meta.url));

export interface Report {
  readonly tool: string;
  readonly format: number;
  readonly at: string;
  readonly host: string;
  readonly checks: readonly {
    readonly id: string;
    readonly status: 'ok' | 'wrong' | 'unknown';
    readonly evidence: string;
  }[];
  readonly symptoms: readonly { readonly id: string; readonly evidence: string }[];
  readonly outside: boolean;
}

export interface Run {
  readonly output: string;
  readonly errors: string;
  readonly status: number | null;
  readonly seconds: number;
}

export interface Options {
  /** The shell that runs the script, as words. */
  readonly shell?: string;
  readonly args?: readonly string[];
  /** A command that goes before the shell, such as `setpriv …`. */
  readonly before?: string;
  /** Shell lines after the run; what they print follows the report after a line `---`. */
  readonly after?: string;
}

/**
 * Network, mounts, processes and name of its own: layers in memory over the folders that set-ups write to, an edge with Cloudflare
 * addresses at the other end of a cable, and a server certificate for www.example.com from an authority that is trusted here.
 * All of it ends with the shell.
 */
const PREPARE = readFileSync(fileURLToPath(new URL('world.sh', import.meta.url)), 'utf8');
const NAMESPACES = ['--net', '--mount', '--pid', '--uts', '--ipc', '--fork', '--kill-child', '--mount-proc'];

/** Runs the script in a small origin of its own, after a set-up in shell lines. */
export async function runIn(setup: string, options: Options = {}): Promise<Run> {
  const { shell = 'dash', args = ['--json'], before = '', after = '' } = options;
  const script = `${PREPARE}\n${setup}\nmkdir -p /tmp/downloads && cd /tmp/downloads\n${before} ${shell} /usr/local/lib/diagnose.sh --host www.example.com ${args.join(' ')}\nstatus=$?\n${
    after === '' ? '' : `echo ---\n${after}\n`
  }exit $status\n`;
  const started = Date.now();
  const child = spawn('unshare', [...NAMESPACES, 'bash', '-s', SCRIPT], { timeout: 120_000, killSignal: 'SIGKILL' });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (output += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (errors += part));
  child.stdin.on('error', () => undefined);
  child.stdin.end(script);
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { output, errors, status, seconds: (Date.now() - started) / 1000 };
}

/** The JSON report of a run in a small origin. */
export async function reportIn(setup: string, args: readonly string[] = []): Promise<Report> {
  const { output, errors } = await runIn(setup, { args: ['--json', ...args] });
  try {
    return JSON.parse(output) as Report;
  } catch {
    throw new Error(`no JSON: ${output.slice(0, 2000)}\n${errors.slice(0, 2000)}`);
  }
}

/** What this machine lacks for such an origin; empty when nothing. */
export function lacking(tools: readonly string[]): string[] {
  const missing = tools.filter(
    (tool) => spawnSync('sh', ['-c', `PATH=$PATH:/usr/sbin:/sbin command -v ${tool}`]).status !== 0,
  );
  const told = missing.map((tool) => `${tool} is not installed`);
  if (process.getuid?.() !== 0 || spawnSync('unshare', [...NAMESPACES, 'true']).status !== 0)
    told.push('no root, or no namespaces');
  return told;
}
