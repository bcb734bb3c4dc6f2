import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import type { Scenario } from '../../src/knowledge/schemas/scenario.ts';
import { FOLDER, ownMark } from '../world/owner.ts';
import { makeCertificates } from '../world/pki.ts';
import { sweep } from '../world/sweep.ts';
import { destroyAll } from '../world/world.ts';
import { clocksFor, headerLimit } from './clocks.ts';
import { type Kit, type Outcome, runScenario } from './scenario.ts';
import { readServers } from './servers.ts';

/** Worlds at a time. Most of a scenario's time is spent waiting for a clock, so there are more than processors. */
export const WORKERS = 6;

/** The content, which holds the scenarios. @throws when it has errors, with each of them */
export function labKnowledge(): Knowledge {
  const root = fileURLToPath(new URL('../../content', import.meta.url));
  const { knowledge, problems } = loadKnowledge(root, new Date().toISOString().slice(0, 10));
  if (knowledge !== undefined) return knowledge;
  throw new Error(
    problems
      .filter(({ severity }) => severity === 'error')
      .map(formatProblem)
      .join('\n'),
  );
}

/** A machine that is set up for runs. */
export interface Bench {
  readonly kit: Kit;
  /** Ends all worlds and removes the certificates. Safe to call again. */
  readonly close: () => void;
}

/**
 * Removes what crashed runs left, makes certificates, and sees to it that nothing stays, however this process ends.
 * @param real Cloudflare's own clocks in place of the scaled ones
 */
export async function openBench(
  knowledge: Knowledge,
  real: boolean,
  tell: Kit['tell'] = () => undefined,
): Promise<Bench> {
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER}${ownMark()}-`));
  const close = (): void => {
    destroyAll();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', close);
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.once(signal, () => process.exit(status));
  const pki = join(folder, 'pki');
  mkdirSync(pki);
  await makeCertificates(pki);
  const { tls12, tls13 } = knowledge.ciphers;
  const ciphers = [...tls13, ...tls12];
  const edge = { clocks: clocksFor(knowledge, real), headers: headerLimit(knowledge), ciphers, pki, real };
  return { kit: { knowledge, servers: readServers(), edge, tell }, close };
}

/**
 * Runs scenarios, several at a time; those that need the machine for themselves come last, one by one.
 * @param done told each outcome as it comes
 * @param workers worlds at a time
 */
export async function runAll(
  scenarios: readonly Scenario[],
  kit: Kit,
  done: (outcome: Outcome) => void = () => undefined,
  workers = WORKERS,
): Promise<void> {
  const shared = scenarios.filter(({ exclusive }) => !exclusive);
  const worker = async (): Promise<void> => {
    for (let next = shared.shift(); next !== undefined; next = shared.shift()) done(await runScenario(next, kit));
  };
  await Promise.all(Array.from({ length: workers }, worker));
  for (const scenario of scenarios.filter(({ exclusive }) => exclusive)) done(await runScenario(scenario, kit));
}
