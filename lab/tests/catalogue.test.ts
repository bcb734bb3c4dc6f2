import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type Bench, labKnowledge, openBench, runAll } from '../runner/catalogue.ts';
import type { Outcome } from '../runner/scenario.ts';
import { labTest, SKIPPED } from './lab-test.ts';

const knowledge = labKnowledge();
const scenarios = [...knowledge.scenarios.values()].filter(({ scale }) => scale === 'safe');

/** Outcomes by scenario; all run at once, and each test waits for its own. */
const outcomes = new Map(scenarios.map(({ id }) => [id, Promise.withResolvers<Outcome>()]));
let bench: Bench | undefined;

describe(`the catalogue${SKIPPED}`, () => {
  beforeAll(async () => {
    if (SKIPPED !== '') return;
    bench = await openBench(knowledge, false);
    void runAll(scenarios, bench.kit, (outcome) => outcomes.get(outcome.id)?.resolve(outcome));
  });
  afterAll(() => bench?.close());

  labTest.each(scenarios.map(({ id, title }) => [id, title]))('%s: %s', async (id) => {
    const outcome = await outcomes.get(id)?.promise;
    expect(outcome?.failures).toEqual([]);
  });
});
