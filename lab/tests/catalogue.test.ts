import { afterAll, beforeAll, describe, expect } from 'vitest';
import { confusion } from '../../src/knowledge/diagnosis-view.ts';
import { type Bench, labKnowledge, openBench, runAll } from '../runner/catalogue.ts';
import type { Outcome } from '../runner/scenario.ts';
import { labTest, SKIPPED } from './lab-test.ts';

const knowledge = labKnowledge();
const scenarios = [...knowledge.scenarios.values()].filter(({ scale }) => scale === 'safe');

/** Every control, and each fourth of the faults: all of them would double the lab's time. `npm run lab -- --diagnose` takes them all. */
const SPREAD = 4;
const faults = scenarios.filter(({ control }) => !control);
const sample = new Set(scenarios.filter((one) => one.control || faults.indexOf(one) % SPREAD === 0));

/** Share of the faults which a program on the origin can see that diagnose.sh must name. */
const NAMED = 0.92;

/** Outcomes by scenario; all run at once, and each test waits for its own. */
const outcomes = new Map(scenarios.map(({ id }) => [id, Promise.withResolvers<Outcome>()]));
let bench: Bench | undefined;

/** Runs all at once; what missed gets one more try with the machine to itself, and that is said. */
async function runTwice(kit: Bench['kit']): Promise<void> {
  const missed: Outcome[] = [];
  await runAll(scenarios, kit, (outcome) => {
    if (outcome.failures.length > 0) missed.push(outcome);
    else outcomes.get(outcome.id)?.resolve(outcome);
  });
  for (const { id, failures } of missed) {
    process.stdout.write(`again: ${id}, which missed among the others: ${failures.join('; ')}\n`);
    await runAll(
      scenarios.filter((scenario) => scenario.id === id),
      kit,
      (outcome) => outcomes.get(id)?.resolve(outcome),
    );
  }
}

describe(`the catalogue${SKIPPED}`, () => {
  beforeAll(async () => {
    if (SKIPPED !== '') return;
    bench = await openBench(knowledge, false);
    const kit = {
      ...bench.kit,
      diagnose: (one: (typeof scenarios)[number]) => (sample.has(one) ? ['replay' as const] : []),
    };
    runTwice(kit).catch((error: unknown) => {
      for (const { reject } of outcomes.values()) reject(error);
    });
  });
  afterAll(() => bench?.close());

  labTest.each(scenarios.map(({ id, title }) => [id, title]))('%s: %s', async (id) => {
    const outcome = await outcomes.get(id)?.promise;
    expect(outcome?.failures).toEqual([]);
  });

  labTest(
    `diagnose.sh --replay, on the controls and some of the faults, names most of what is wrong and accuses nobody else`,
    async () => {
      const diagnosed = await Promise.all(
        [...sample].map(async (scenario) => {
          const replay = (await outcomes.get(scenario.id)?.promise)?.diagnosis.replay ?? {
            symptoms: [],
            outside: false,
          };
          return { scenario, plain: replay, replay };
        }),
      );
      const { visible, controls, misses } = confusion(diagnosed, knowledge);
      const told = misses.map(({ scenario, said }) => `${scenario.id}: ${said.join(', ')}`).join('; ');
      expect(visible.replay / visible.all, told).toBeGreaterThanOrEqual(NAMED);
      expect(controls.all - controls.replay, told).toBe(0);
    },
  );
});
