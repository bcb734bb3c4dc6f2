import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Said } from '../../src/domain/diagnose/judge.ts';
import type { Scenario, ScenarioProbe } from '../../src/knowledge/schemas/scenario.ts';
import { ORIGIN } from '../world/addresses.ts';
import { LAB } from '../world/folder.ts';
import { run } from '../world/process.ts';
import type { World } from '../world/world.ts';
import { portOf } from './probes.ts';

/** Lets the origin trust the authority that the edge trusts, as both trust the public ones in the world. */
const TRUST = 'ln -sf /etc/ssl/lab/root.pem "/etc/ssl/certs/$(openssl x509 -in /etc/ssl/lab/root.pem -noout -hash).0"';

const PLACE = '/root/diagnose.sh';
/** More than the script takes with --replay, on a machine that runs several worlds. In seconds. */
const LIMIT = 90;

const report = z
  .object({ symptoms: z.array(z.object({ id: z.string() })), outside: z.boolean() })
  .transform(({ symptoms, outside }): Said => ({ symptoms: symptoms.map(({ id }) => id), outside }));

/** The first probe that meets the fault; of a control, the first. */
function failing({ probes }: Scenario): ScenarioProbe | undefined {
  return probes.find(({ expect }) => expect === undefined) ?? probes[0];
}

/** What a reader who saw the error knows: the name, the SSL mode and its port, the record's address, the path. */
function options(scenario: Scenario): string[] {
  const probe = failing(scenario);
  if (probe === undefined) return [];
  const { host, to, path } = probe;
  return [
    ...['--host', host, '--mode', probe.mode ?? scenario.mode, '--port', String(portOf(probe, scenario.mode))],
    ...(to === 'ipv6' ? ['--address', ORIGIN.ipv6] : []),
    ...(path === '/' ? [] : ['--path', path]),
  ];
}

/**
 * Runs the published diagnose.sh on the origin of a world, while requests like those of the scenario go on.
 * @param more further options, such as --replay
 * @param traffic makes requests until it is told to stop
 * @returns what it wrote
 */
export async function runScript(
  world: World,
  scenario: Scenario,
  more: readonly string[],
  traffic: (stop: AbortSignal) => Promise<void>,
): Promise<string> {
  const script = readFileSync(join(LAB, '../public/diagnose.sh'), 'utf8');
  await run([...world.enter('origin'), 'sh', '-c', `${TRUST}; cat >${PLACE}`], script);
  const stop = new AbortController();
  const words = ['sh', PLACE, ...options(scenario), ...more];
  const running = run([...world.enter('origin'), 'timeout', '-s', 'KILL', String(LIMIT), ...words]);
  const ended = running.finally(() => {
    stop.abort();
  });
  // Together: a failure of the traffic is told at once, and not only when the script has ended.
  const [{ output }] = await Promise.all([ended, traffic(stop.signal)]);
  return output;
}

/** What a report with --json says; nothing when there is none, which is right about nothing but a control. */
function readReport(output: string): Said {
  const line = output.split('\n').find((text) => text.startsWith('{'));
  const { success, data } = report.safeParse(line === undefined ? undefined : JSON.parse(line));
  return success ? data : { symptoms: [], outside: false };
}

export type DiagnosisMode = 'plain' | 'replay';
export type Diagnosis = Partial<Readonly<Record<DiagnosisMode, Said>>>;

/** Runs diagnose.sh in each of these ways, one after the other. @param traffic see runScript */
export async function diagnose(
  world: World,
  scenario: Scenario,
  modes: readonly DiagnosisMode[],
  traffic: (stop: AbortSignal) => Promise<void>,
): Promise<Diagnosis> {
  const said: Partial<Record<DiagnosisMode, Said>> = {};
  for (const mode of modes) {
    const more = mode === 'replay' ? ['--json', '--replay'] : ['--json'];
    said[mode] = readReport(await runScript(world, scenario, more, traffic));
  }
  return said;
}
