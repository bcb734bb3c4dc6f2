import { expandRanges } from '../../src/domain/text/command.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import type { Scenario, ScenarioAction } from '../../src/knowledge/schemas/scenario.ts';
import type { Result } from '../edge/probe.ts';
import { sleep, until } from '../world/process.ts';
import { build, type World } from '../world/world.ts';
import { startEdge } from './client.ts';
import { type Diagnosis, type DiagnosisMode, diagnose } from './diagnose.ts';
import { gather, type Seen } from './evidence.ts';
import { type EdgeSettings, keepAsking, portOf, probeAll, probeOnce } from './probes.ts';
import { writing } from './writing.ts';
import { repairScripts } from './repair.ts';
import type { Server } from './servers.ts';
import { capture, WIRE_SYMPTOMS, wireSymptoms } from './wire.ts';

/** What running a scenario once brought. */
export interface Outcome {
  readonly id: string;
  /** What went otherwise than the scenario says; empty when it passed. */
  readonly failures: readonly string[];
  readonly results: readonly Result[];
  /** Lines that show the fault. */
  readonly evidence: readonly string[];
  /** Symptoms that the capture showed. */
  readonly wire: readonly string[];
  readonly fix: 'verified' | 'outside' | 'none' | 'failed';
  /** What diagnose.sh said while the fault was in place; only where the kit asks for it. */
  readonly diagnosis: Diagnosis;
  readonly ms: number;
}

/** What a run needs besides the scenario. */
export interface Kit {
  readonly knowledge: Knowledge;
  readonly servers: ReadonlyMap<string, Server>;
  readonly edge: EdgeSettings;
  /** Told each step, for a single run. */
  readonly tell: (step: string) => void;
  /** Called while the fault is in place; the scenario waits for it. */
  readonly hold?: (world: World) => Promise<void>;
  /** How diagnose.sh is run while the fault of a scenario is in place; not at all when absent or empty. */
  readonly diagnose?: (scenario: Scenario) => readonly DiagnosisMode[];
  /** False leaves the fault in place to the end, to save time. */
  readonly mend?: boolean;
}

/** A step that did not work: the scenario ends here. */
class Stop extends Error {}

const asAction = (action: string | Omit<ScenarioAction, 'background'>): Omit<ScenarioAction, 'background'> =>
  typeof action === 'string' ? { in: 'origin', run: action } : action;

async function act(world: World, action: string | ScenarioAction, kit: Kit): Promise<void> {
  const { in: place, run: template } = asAction(action);
  const run = expandRanges(template, kit.knowledge.addresses);
  kit.tell(`${place}# ${run}`);
  const background = typeof action !== 'string' && action.background;
  // Programs that a script leaves running must not hold its output open.
  const script = background
    ? `(${run}\n) >/dev/null 2>&1 </dev/null &`
    : `(${run}\n) >/run/lab-out 2>&1; s=$?; cat /run/lab-out; exit $s`;
  const { status, output } = await world.exec(place, script, 120);
  if (output.trim() !== '') kit.tell(output.trimEnd());
  if (status !== 0) throw new Stop(`${place}: "${run}" ended with ${String(status)}: ${output.trim().slice(-500)}`);
}

/** Milliseconds until a server or a scenario must be ready. */
const READY = 60_000;

async function waitFor(world: World, condition: string | Omit<ScenarioAction, 'background'>): Promise<void> {
  const { in: place, run } = asAction(condition);
  const met = await until(async () => (await world.exec(place, run, 10)).status === 0, READY);
  if (!met) throw new Stop(`${place}: "${run}" did not succeed in ${String(READY / 1000)} s`);
}

async function startServers(world: World, scenario: Scenario, kit: Kit): Promise<void> {
  for (const id of scenario.servers) {
    const server = kit.servers.get(id);
    if (server === undefined) throw new Stop(`there is no server "${id}" in lab/servers.yaml`);
    for (const { path, text } of server.files) await world.exec('origin', writing(path, text));
    await act(world, server.start, kit);
    await waitFor(world, server.ready);
  }
}

type Ask = ReturnType<typeof startEdge>;

/** Milliseconds in which a world must answer well: a slow machine starts a server's workers, or a repaired one, in its own time. */
const WELL = { scaled: 30_000, real: 60_000 } as const;

/** Asks until everything is answered with one of these codes. @returns what differs to the end; empty when nothing does */
async function well(ask: Ask, scenario: Scenario, kit: Kit, codes: readonly string[]): Promise<readonly string[]> {
  let different: readonly string[] = [];
  await until(
    async () => {
      different = await probeOnce(ask, scenario, kit.edge, codes);
      return different.length === 0;
    },
    kit.edge.real ? WELL.real : WELL.scaled,
    200,
  );
  return different;
}

/** The first request of a scenario, as the origin must answer it before the fault. Nothing to ask where a name is looked up alone. */
function before(scenario: Scenario): Scenario | undefined {
  if (scenario.servers.length === 0 || scenario.probes.every(({ to }) => to === 'name')) return undefined;
  const [first] = scenario.probes.map((probe) => ({ ...probe, to: probe.to === 'ipv6' ? 'ipv6' : 'ipv4' }));
  return first && { ...scenario, probes: [first] };
}

async function mend(world: World, ask: Ask, scenario: Scenario, kit: Kit): Promise<void> {
  const scripts = repairScripts(scenario, kit.knowledge);
  for (const step of scripts.length > 0 ? scripts : scenario.undo) await act(world, step, kit);
  const different = await well(ask, scenario, kit, scenario.fixed);
  if (different.length > 0) throw new Stop(`after the fix: ${different.join('; ')}`);
  kit.tell(`mended: ${scenario.fixed.join(', ')}`);
}

/** Injects the fault, makes the requests, and gathers what can be seen. */
async function observe(
  world: World,
  ask: Ask,
  scenario: Scenario,
  kit: Kit,
): Promise<{ probed: Awaited<ReturnType<typeof probeAll>>; seen: Seen; wire: string[] }> {
  for (const action of scenario.setup) await act(world, action, kit);
  for (const condition of scenario.ready) await waitFor(world, condition);
  const sniffing = scenario.symptoms.some((id) => WIRE_SYMPTOMS.includes(id)) ? await capture(world) : undefined;
  const probing = probeAll(ask, scenario, kit.edge);
  const during = gather(world, scenario, probing);
  const probed = await probing;
  for (const { code, event, errno, ms } of probed.results.slice(0, 40))
    kit.tell(`edge: ${code} ${event} ${errno} ${String(ms)} ms`);
  const first = await during;
  const port = portOf(scenario.probes[0], scenario.mode);
  const expected = scenario.symptoms.filter((id) => WIRE_SYMPTOMS.includes(id));
  const shows = (packets: string): boolean => expected.every((id) => wireSymptoms(packets, port).includes(id));
  const wire = sniffing === undefined ? [] : wireSymptoms(await sniffing.stop(shows), port);
  const after = await gather(world, scenario);
  const seen = { lines: [...first.lines, ...after.lines], missing: [...first.missing, ...after.missing] };
  for (const line of seen.lines) kit.tell(`evidence: ${line}`);
  const missing = expected
    .filter((id) => !wire.includes(id))
    .map((id) => `the capture shows ${wire.join(', ')} and not ${id}`);
  return { probed, seen: { ...seen, missing: [...seen.missing, ...missing] }, wire };
}

/** Runs one scenario once, in a world of its own. Never rejects: what goes wrong stands in the outcome. */
export async function runScenario(scenario: Scenario, kit: Kit): Promise<Outcome> {
  const start = Date.now();
  const outcome = {
    id: scenario.id,
    results: [] as readonly Result[],
    evidence: [] as readonly string[],
    wire: [] as readonly string[],
    diagnosis: {} as Diagnosis,
  };
  const failures: string[] = [];
  let fix: Outcome['fix'] = scenario.fix === undefined ? 'none' : 'failed';
  let world: World | undefined;
  try {
    world = await build({ pki: kit.edge.pki, neighbour: kit.edge.real ? 1000 : 300 });
    const ask = startEdge(world);
    await startServers(world, scenario, kit);
    const healthy = before(scenario);
    const different = healthy === undefined ? [] : await well(ask, healthy, kit, ['200', '404']);
    if (different.length > 0) throw new Stop(`before the fault: ${different.join('; ')}`);
    const { probed, seen, wire } = await observe(world, ask, scenario, kit);
    Object.assign(outcome, { results: probed.results, evidence: seen.lines, wire });
    failures.push(...probed.different, ...seen.missing);
    if (kit.diagnose !== undefined) {
      const traffic = (stop: AbortSignal): Promise<void> => keepAsking(ask, scenario, kit.edge, stop);
      outcome.diagnosis = await diagnose(world, scenario, kit.diagnose(scenario), traffic);
    }
    if (kit.hold !== undefined) await kit.hold(world);
    if (scenario.fix !== undefined && kit.mend !== false) {
      await mend(world, ask, scenario, kit);
      fix = scenario.fix === 'outside' ? 'outside' : 'verified';
    }
  } catch (error) {
    failures.push(error instanceof Error ? error.message : String(error));
  } finally {
    await world?.destroy();
    // The kernel takes namespaces apart a moment after their last process.
    await sleep(5);
  }
  return { ...outcome, failures, fix, ms: Date.now() - start };
}
