import type { Scenario, ScenarioProbe } from '../../src/knowledge/schemas/scenario.ts';
import type { Clocks, Probe, Result } from '../edge/probe.ts';
import { ORIGIN, RESOLVER, SOURCES } from '../world/addresses.ts';
import { sleep } from '../world/process.ts';
import { differences } from './expect.ts';

/** What all probes of a run share. */
export interface EdgeSettings {
  readonly clocks: Clocks;
  readonly headers: number;
  readonly ciphers: readonly string[];
  readonly pki: string;
  readonly real: boolean;
}

/** Milliseconds between rounds of requests that only make traffic. */
const PAUSE = 300;
/** Milliseconds that such requests wait at least at each stage: diagnose.sh looks twice, some seconds apart, and real edges wait longer. */
const PATIENCE = 12_000;

type Ask = (probe: Probe) => Promise<Result>;

function addressOf({ to }: ScenarioProbe): string | undefined {
  if (to === 'name') return undefined;
  return to === 'ipv4' || to === 'ipv6' ? ORIGIN[to] : to;
}

/** The port that a probe calls. */
export function portOf(probe: ScenarioProbe | undefined, mode: Scenario['mode']): number {
  return probe?.port ?? (/full|strict/.test(probe?.mode ?? mode) ? 443 : 80);
}

/** A probe of a scenario, in the words of the edge. */
function edgeProbe(probe: ScenarioProbe, mode: Scenario['mode'], settings: EdgeSettings): Probe {
  const own = Object.entries(probe.clocks ?? {}).map(([name, value]) => [name, 1000 * value] as const);
  const toV6 = addressOf(probe)?.includes(':') === true;
  const { path, method, body, cookie, host, port, keep, h2, postQuantum, clientCertificate } = probe;
  return {
    ...{ path, method, body, cookie, host, port, keep, h2, postQuantum, clientCertificate },
    mode: probe.mode ?? mode,
    address: addressOf(probe),
    resolver: RESOLVER,
    from: SOURCES[toV6 ? 'edge6' : probe.from],
    clocks: settings.real ? settings.clocks : { ...settings.clocks, ...(Object.fromEntries(own) as Partial<Clocks>) },
    headers: settings.headers,
    ciphers: settings.ciphers,
    pki: settings.pki,
  };
}

/** Makes the requests of one probe, as many at a time as it says. */
async function askAll(ask: Ask, probe: ScenarioProbe, edge: Probe, stop?: AbortSignal): Promise<Result[]> {
  const results: Result[] = [];
  let left = probe.repeat;
  const worker = async (): Promise<void> => {
    while (left > 0 && stop?.aborted !== true) {
      left -= 1;
      await sleep(1000 * probe.pause);
      results.push(await ask(edge));
    }
  };
  await Promise.all(Array.from({ length: Math.min(probe.parallel, probe.repeat) }, worker));
  return results;
}

/** Results of all probes, and what differs from the expectation. */
export interface Probed {
  readonly results: readonly Result[];
  readonly different: readonly string[];
}

/** Makes the requests of all probes of a scenario, one probe after the other. */
export async function probeAll(ask: Ask, scenario: Scenario, settings: EdgeSettings): Promise<Probed> {
  const results: Result[] = [];
  const different: string[] = [];
  for (const probe of scenario.probes) {
    const got = await askAll(ask, probe, edgeProbe(probe, scenario.mode, settings));
    results.push(...got);
    different.push(...differences(got, probe.expect ?? scenario.expect));
  }
  return { results, different };
}

/** Makes the requests of a scenario over and over until it is told to stop. What comes of them does not matter. */
export async function keepAsking(
  ask: Ask,
  scenario: Scenario,
  settings: EdgeSettings,
  stop: AbortSignal,
): Promise<void> {
  const patient = ([name, ms]: [string, number]): [string, number] => [name, Math.max(ms, PATIENCE)];
  const clocks = { ...settings.clocks, ...Object.fromEntries(Object.entries({ ...settings.clocks }).map(patient)) };
  while (!stop.aborted) {
    for (const probe of scenario.probes) {
      const soon = { ...probe, pause: Math.min(probe.pause, 1), clocks: undefined };
      await askAll(ask, soon, edgeProbe(soon, scenario.mode, { ...settings, clocks }), stop);
    }
    await sleep(PAUSE);
  }
}

let rounds = 0;

/**
 * Whether a healthy world answers each kind of probe of the scenario, once. Probes that share a connection share a fresh one,
 * after the pauses that they ask for.
 * @returns what differs
 */
export async function probeOnce(
  ask: Ask,
  scenario: Scenario,
  settings: EdgeSettings,
  codes: readonly string[],
): Promise<readonly string[]> {
  const different: string[] = [];
  rounds += 1;
  for (const probe of scenario.probes) {
    const keep = probe.keep === undefined ? undefined : `${probe.keep} ${String(rounds)}`;
    if (keep !== undefined) await sleep(1000 * probe.pause);
    const result = await ask({ ...edgeProbe(probe, scenario.mode, settings), keep });
    different.push(...differences([result], { codes: [...codes] }));
  }
  return different;
}
