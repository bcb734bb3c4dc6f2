import { parseArgs } from 'node:util';
import type { Scenario } from '../src/knowledge/schemas/scenario.ts';
import { type Bench, labKnowledge, openBench, runAll } from './runner/catalogue.ts';
import { hold } from './runner/hold.ts';
import { lacking } from './runner/needs.ts';
import { writeResults } from './runner/results.ts';
import type { Outcome } from './runner/scenario.ts';
import { sweep } from './world/sweep.ts';

const HELP = `npm run lab -- [id or part of one …] [--hold] [--real] [--repeat N] [--json] [--write] [--sweep] [--list]

  without an id  the whole catalogue
  one id         prints each step; --hold keeps the fault in place and says how to enter
  --real         the scenarios that only Cloudflare's own clocks decide rightly (minutes)
  --repeat N     each scenario N times
  --write        writes what was seen into lab/results.json
  --json         one line of JSON for each run
  --sweep        removes what crashed runs left, and ends`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    hold: { type: 'boolean', default: false },
    real: { type: 'boolean', default: false },
    repeat: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    sweep: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The scenarios that the arguments name: exactly, or by a part of the id; all of the wanted scale without any. */
function chosen(all: readonly Scenario[]): Scenario[] {
  const scaled = all.filter(({ scale }) => (scale === 'real') === values.real);
  if (positionals.length === 0) return scaled;
  const named = positionals.flatMap((part) => {
    const exact = all.filter(({ id }) => id === part);
    return exact.length > 0 ? exact : scaled.filter(({ id }) => id.includes(part));
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
  for (let round = 0; round < Number(values.repeat); round += 1) {
    await runAll(scenarios, bench.kit, (outcome) => {
      outcomes.push(outcome);
      if (values.json) say(JSON.stringify(outcome));
      else report(outcome);
    });
  }
  return outcomes;
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
  const real = values.real || (scenarios.length === 1 && only?.scale === 'real');
  const alone = scenarios.length === 1 && !values.json;
  const bench = await openBench(knowledge, real, alone ? say : undefined);
  try {
    const kit = values.hold ? { ...bench.kit, hold } : bench.kit;
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
