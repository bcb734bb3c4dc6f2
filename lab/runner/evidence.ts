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

/** How long after the requests a line may still come: a server logs some failures when it gives up itself. In milliseconds. */
const LATE = 10_000;
/** Milliseconds between two looks. */
const PAUSE = 150;

/**
 * Runs evidence commands of a scenario until each shows what it should.
 * @param requests runs those that show only while requests wait, as long as these do; without it the others run, for ten seconds
 */
export async function gather(world: World, scenario: Scenario, requests?: Promise<unknown>): Promise<Seen> {
  let over = false;
  const end = (): void => {
    over = true;
  };
  const clock = requests === undefined ? setTimeout(end, LATE) : undefined;
  // Whoever waits for the requests hears of their failure.
  void requests?.then(end, end);
  const lines: string[] = [];
  const missing: string[] = [];
  const wanted = scenario.evidence.filter(({ during }) => during === (requests !== undefined));
  await Promise.all(
    wanted.map(async (evidence) => {
      let found = await look(world, evidence);
      while (found.line === undefined && !over) {
        await sleep(PAUSE);
        found = await look(world, evidence);
      }
      if (found.line === undefined)
        missing.push(`"${evidence.run}" did not show /${evidence.shows}/ but: ${found.output.trim().slice(-300)}`);
      else lines.push(found.line);
    }),
  );
  clearTimeout(clock);
  return { lines, missing };
}
