import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type Bench, labKnowledge, openBench, runAll } from '../runner/catalogue.ts';
import type { Outcome } from '../runner/scenario.ts';
import { labTest, SKIPPED } from './lab-test.ts';

const knowledge = labKnowledge();
const scenarios = [...knowledge.scenarios.values()].filter(({ scale }) => scale === 'safe');

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
    runTwice(bench.kit).catch((error: unknown) => {
      for (const { reject } of outcomes.values()) reject(error);
    });
  });
  afterAll(() => bench?.close());

  labTest.each(scenarios.map(({ id, title }) => [id, title]))('%s: %s', async (id) => {
    const outcome = await outcomes.get(id)?.promise;
    expect(outcome?.failures).toEqual([]);
  });
});
