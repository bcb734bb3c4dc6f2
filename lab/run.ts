import { parseArgs } from 'node:util';
import type { Diagnosed } from '../src/knowledge/diagnosis-view.ts';
import type { Scenario } from '../src/knowledge/schemas/scenario.ts';
import { type Bench, labKnowledge, openBench, runAll, WORKERS } from './runner/catalogue.ts';
import { hold } from './runner/hold.ts';
import { lacking } from './runner/needs.ts';
import { writeResults } from './runner/results.ts';
import type { Kit, Outcome } from './runner/scenario.ts';
import { table, told, writeDiagnosis } from './runner/diagnosis.ts';
import { sweep } from './world/sweep.ts';

const HELP = `npm run lab -- [id or part of one …] [--hold] [--real] [--repeat N] [--diagnose] [--workers N] [--json] [--write] [--sweep] [--list]

  without an id  the whole catalogue
  one id         prints each step; --hold keeps the fault in place and says how to enter
  --real         the scenarios that only Cloudflare's own clocks decide rightly (minutes)
  --repeat N     each scenario N times
  --diagnose     runs public/diagnose.sh on each broken origin, without and with --replay, in place of the fix;
                 --write then writes lab/diagnosis.json
  --workers N    worlds at a time
  --write        writes what was seen into lab/results.json
  --json         one line of JSON for each run
  --sweep        removes what crashed runs left, and ends`;

/** A mistake of the caller: told without a stack, with exit status 2. */
function misuse(why: string): never {
  process.stderr.write(`${why}\n\n${HELP}\n`);
  process.exit(2);
}

const OPTIONS = {
  hold: { type: 'boolean', default: false },
  real: { type: 'boolean', default: false },
  repeat: { type: 'string', default: '1' },
  diagnose: { type: 'boolean', default: false },
  workers: { type: 'string', default: String(WORKERS) },
  json: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  sweep: { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function read() {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS });
  } catch (error) {
    return misuse(error instanceof Error ? error.message : String(error));
  }
}

const { values, positionals } = read();
const COUNT = /^[1-9]\d{0,3}$/;
for (const name of ['repeat', 'workers'] as const)
  if (!COUNT.test(values[name])) misuse(`expected a number from 1 for --${name}, found "${values[name]}"`);

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The scenarios that the arguments name: exactly, or by a part of the id; all of the wanted scale without any. */
function chosen(all: readonly Scenario[]): Scenario[] {
  // What the script sees does not depend on the edge's clocks.
  const scaled = all.filter(({ scale }) => values.diagnose || (scale === 'real') === values.real);
  if (positionals.length === 0) return scaled;
  const named = positionals.flatMap((part) => {
    const exact = all.filter(({ id }) => id === part);
    const found = exact.length > 0 ? exact : scaled.filter(({ id }) => id.includes(part));
    if (found.length === 0) misuse(`no scenario is called "${part}" or has it in its id; --list names them`);
    return found;
  });
  return [...new Set(named)];
}

function report({ id, failures, results, fix, ms }: Outcome): void {
  const codes = [...new Set(results.map(({ code }) => code))].join(',');
  say(`${failures.length === 0 ? 'ok  ' : 'FAIL'} ${id}  ${codes}  fix ${fix}  ${(ms / 1000).toFixed(1)} s`);
  for (const failure of failures) say(`       ${failure}`);
}

async function runChosen(scenarios: readonly Scenario[], bench: Bench): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const done = (outcome: Outcome): void => {
    outcomes.push(outcome);
    if (values.json) say(JSON.stringify(outcome));
    else report(outcome);
  };
  for (let round = 0; round < Number(values.repeat); round += 1)
    await runAll(scenarios, bench.kit, done, Number(values.workers));
  return outcomes;
}

/** Diagnoses the scenarios; what was measured is written at once, so that an interrupted run keeps it. @returns the exit status */
async function diagnoseChosen(scenarios: readonly Scenario[], bench: Bench): Promise<number> {
  const { knowledge } = bench.kit;
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const diagnosed: Diagnosed[] = [];
  const done = ({ id, diagnosis: { plain, replay }, failures }: Outcome): void => {
    const scenario = byId.get(id);
    for (const failure of failures) say(`       ${failure}`);
    if (scenario === undefined || plain === undefined || replay === undefined) say(`not diagnosed: ${id}`);
    else {
      diagnosed.push({ scenario, plain, replay });
      if (values.write) writeDiagnosis(diagnosed, knowledge);
      say(told({ scenario, plain, replay }, knowledge));
    }
  };
  const kit: Kit = { ...bench.kit, diagnose: () => ['plain', 'replay'], mend: false };
  await runAll(scenarios, kit, done, Number(values.workers));
  for (const line of table(diagnosed, knowledge)) say(line);
  return diagnosed.length === scenarios.length ? 0 : 1;
}

async function main(): Promise<number> {
  if (values.help) {
    say(HELP);
    return 0;
  }
  if (values.sweep) {
    const { processes, folders } = sweep();
    say(`swept ${String(processes)} processes and ${String(folders)} folders`);
    return 0;
  }
  const knowledge = labKnowledge();
  const scenarios = chosen([...knowledge.scenarios.values()]);
  if (values.list) {
    for (const { id, title } of scenarios) say(`${id}  ${title}`);
    return 0;
  }
  const needs = await lacking();
  if (needs !== undefined) {
    say(`skipped: needs ${needs}`);
    say(`0 passed, 0 failed, ${String(scenarios.length)} skipped`);
    return 0;
  }
  const [only] = scenarios;
  const real = values.real || (scenarios.length === 1 && !values.diagnose && only?.scale === 'real');
  const alone = scenarios.length === 1 && !values.json && !values.diagnose;
  const bench = await openBench(knowledge, real, alone ? say : undefined);
  try {
    const kit = values.hold ? { ...bench.kit, hold } : bench.kit;
    if (values.diagnose) return await diagnoseChosen(scenarios, bench);
    const outcomes = await runChosen(scenarios, { ...bench, kit });
    if (values.write) await writeResults(outcomes, kit);
    const failed = outcomes.filter(({ failures }) => failures.length > 0).length;
    say(`${String(outcomes.length - failed)} passed, ${String(failed)} failed, 0 skipped`);
    return failed === 0 && outcomes.length > 0 ? 0 : 1;
  } finally {
    bench.close();
  }
}

process.exitCode = await main();
