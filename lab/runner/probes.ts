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

type Ask = (probe: Probe) => Promise<Result>;

function addressOf({ to }: ScenarioProbe): string | undefined {
  if (to === 'name') return undefined;
  return to === 'ipv4' || to === 'ipv6' ? ORIGIN[to] : to;
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
async function askAll(ask: Ask, probe: ScenarioProbe, edge: Probe): Promise<Result[]> {
  const results: Result[] = [];
  let left = probe.repeat;
  const worker = async (): Promise<void> => {
    while (left > 0) {
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
