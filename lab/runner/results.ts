import { readFileSync, writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import { scenarioHash } from '../../src/knowledge/lab-files.ts';
import type { LabOutcome, LabResults } from '../../src/knowledge/schemas/results.ts';
import type { Scenario } from '../../src/knowledge/schemas/scenario.ts';
import { EVENTS } from '../edge/events.ts';
import { LAB } from '../world/folder.ts';
import { run } from '../world/process.ts';
import { clocksFor } from './clocks.ts';
import type { Kit, Outcome } from './scenario.ts';

const today = (): string => new Date().toISOString().slice(0, 10);

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** The same events counted together, in the order in which they first came. */
function tally(outcomes: readonly Outcome[]): LabOutcome['seen'] {
  const seen = new Map<string, LabOutcome['seen'][number]>();
  for (const { code, event, stage, certainty } of outcomes.flatMap(({ results }) => results)) {
    const key = `${code} ${event}`;
    const times = (seen.get(key)?.times ?? 0) + 1;
    seen.set(key, { code, event: EVENTS[event].words, stage, certainty, times });
  }
  return [...seen.values()];
}

/** What several runs of one scenario come to. Evidence is that of the last run. */
export function summary(outcomes: readonly Outcome[], hash: string, real: boolean): LabOutcome {
  const last = outcomes.at(-1);
  const fixes = outcomes.map(({ fix }) => fix);
  return {
    hash,
    on: today(),
    runs: outcomes.length,
    matches: outcomes.filter(({ failures }) => failures.length === 0).length,
    real,
    seen: tally(outcomes),
    evidence: [...(last?.evidence ?? [])],
    wire: [...(last?.wire ?? [])].sort(),
    fix: fixes.includes('failed') ? 'failed' : (last?.fix ?? 'none'),
    ms: median(outcomes.map(({ ms }) => ms)),
  };
}

/** Names of the programs behind lab/servers.yaml, for readers. */
const NAMES: Readonly<Record<string, string>> = {
  nginx: 'nginx',
  apache: 'Apache',
  'nginx-php': 'PHP-FPM',
  app: 'Node.js',
  haproxy: 'HAProxy',
  caddy: 'Caddy',
};

function versions({ servers }: Kit): Promise<string[]> {
  return Promise.all(
    [...servers.values()].map(async ({ id, version }) => {
      const number = /\d+(?:\.\d+)+/.exec((await run(['sh', '-c', version])).output)?.[0] ?? '';
      return `${NAMES[id] ?? id} ${number}`.trim();
    }),
  );
}

function earlier(file: string): LabResults['scenarios'] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as LabResults).scenarios;
  } catch {
    return {};
  }
}

/** Puts the outcomes of a run into lab/results.json; those of other scenarios stay, those of none are dropped. */
export async function writeResults(outcomes: readonly Outcome[], kit: Kit): Promise<void> {
  const file = join(LAB, 'results.json');
  const { knowledge, edge } = kit;
  const { causes, addresses, lab } = knowledge;
  const hashOf = (scenario: Scenario): string =>
    scenarioHash(scenario, { simulator: lab.simulator, causes, addresses });
  const before = earlier(file);
  const scenarios = [...knowledge.scenarios].flatMap(([id, scenario]) => {
    const own = outcomes.filter((outcome) => outcome.id === id);
    const outcome = own.length > 0 ? summary(own, hashOf(scenario), edge.real) : before[id];
    return outcome === undefined ? [] : [[id, outcome] as const];
  });
  const results: LabResults = {
    date: today(),
    kernel: release().replace(/[^\d.].*$/, ''),
    system: (await run(['sh', '-c', '. /etc/os-release && echo "$PRETTY_NAME"'])).output.trim(),
    servers: await versions(kit),
    clocks: Object.fromEntries(Object.entries(clocksFor(knowledge, false)).map(([name, ms]) => [name, ms / 1000])),
    scenarios: Object.fromEntries(scenarios),
  };
  writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
}
