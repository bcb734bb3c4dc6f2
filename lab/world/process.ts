import { spawn } from 'node:child_process';

/** What a command left behind. */
export interface Outcome {
  /** Exit status; -1 when a signal ended it. */
  readonly status: number;
  /** Standard output and error in the order in which they came, at most 200 kB. */
  readonly output: string;
}

const MOST_OUTPUT = 200_000;

/**
 * Runs a command to its end.
 * @param command program and arguments
 * @param input text for its standard input
 * @param env variables on top of this process's own
 */
export function run(
  command: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const [program = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer): void => {
      if (output.length < MOST_OUTPUT) output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    // A command that does not read its input closes the pipe; that is no error of ours.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status: status ?? -1, output });
    });
  });
}

/** Waits. Milliseconds. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Asks again and again until the answer is yes.
 * @param ask the question
 * @param limit milliseconds after which the answer is no
 * @param pause milliseconds between two questions
 */
export async function until(ask: () => Promise<boolean>, limit: number, pause = 60): Promise<boolean> {
  const end = Date.now() + limit;
  for (;;) {
    if (await ask()) return true;
    if (Date.now() >= end) return false;
    await sleep(pause);
  }
}
