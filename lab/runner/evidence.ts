import type { Scenario } from '../../src/knowledge/schemas/scenario.ts';
import { sleep } from '../world/process.ts';
import type { World } from '../world/world.ts';

/** What the evidence commands showed. */
export interface Seen {
  /** The first matching line of each. */
  readonly lines: readonly string[];
  /** What did not show, in words. */
  readonly missing: readonly string[];
}

/** Longest evidence line that is kept. */
const LONGEST = 200;

async function look(
  world: World,
  { in: place, run, shows }: Scenario['evidence'][number],
): Promise<{ line?: string; output: string }> {
  const { output } = await world.exec(place, run, 20);
  const match = new RegExp(shows, 'im').exec(output);
  if (match === null) return { output };
  const start = output.lastIndexOf('\n', match.index) + 1;
  const end = output.indexOf('\n', match.index + match[0].length);
  const line = output.slice(start, end === -1 ? undefined : end).replace(/\s+/g, ' ');
  return { line: line.trim().slice(0, LONGEST), output };
}

/**
 * Runs the evidence commands of a scenario.
 * @param during those that show only while requests run, until they match or `running` ends; otherwise the others, once
 */
export async function gather(
  world: World,
  scenario: Scenario,
  during: boolean,
  running?: Promise<unknown>,
): Promise<Seen> {
  let over = running === undefined;
  void running?.finally(() => (over = true));
  const lines: string[] = [];
  const missing: string[] = [];
  const wanted = scenario.evidence.filter((evidence) => evidence.during === during);
  await Promise.all(
    wanted.map(async (evidence) => {
      let found = await look(world, evidence);
      while (found.line === undefined && !over) {
        await sleep(150);
        found = await look(world, evidence);
      }
      if (found.line === undefined)
        missing.push(`"${evidence.run}" did not show /${evidence.shows}/ but: ${found.output.trim().slice(-300)}`);
      else lines.push(found.line);
    }),
  );
  return { lines, missing };
}
