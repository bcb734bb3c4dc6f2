import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expandRanges } from '../domain/text/command.ts';
import { diagnosisSchema, type LabDiagnosis, resultsSchema, type LabResults } from './schemas/results.ts';
import type { Addresses } from './schemas/cloudflare.ts';
import type { Cause } from './schemas/cause.ts';
import type { Scenario } from './schemas/scenario.ts';

/** What the lab left behind, and the state of what it ran with. */
export interface LabFiles {
  /** Undefined when there is no file yet. */
  readonly results: LabResults | undefined;
  /** Digest of the sources of the edge and its worlds. */
  readonly simulator: string;
  /** What diagnose.sh said in the lab; undefined when there is no file yet. */
  readonly diagnosis: LabDiagnosis | undefined;
  /** Digest of diagnose.sh. */
  readonly script: string;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Sources whose change makes results worthless, below the lab's folder. Tests and words do not. */
const SIMULATOR = ['edge/*.ts', 'world/*', 'world/origin/*', 'servers.yaml'];

/**
 * Reads the lab's results, and the state of its simulator and of diagnose.sh.
 * @param folder the lab's folder
 * @throws when results.json or diagnosis.json is there and is not what its schema says
 */
export function readLab(folder: string): LabFiles {
  const sources = SIMULATOR.flatMap((pattern) => globSync(pattern, { cwd: folder, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const simulator = digest(sources.map((file) => digest(readFileSync(file, 'utf8'))).join());
  const read = <T>(name: string, schema: { parse: (value: unknown) => T }): T | undefined => {
    const file = join(folder, name);
    return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  };
  const script = join(folder, '../public/diagnose.sh');
  return {
    results: read('results.json', resultsSchema),
    simulator,
    diagnosis: read('diagnosis.json', diagnosisSchema),
    script: existsSync(script) ? digest(readFileSync(script, 'utf8')) : '',
  };
}

/** Digest of what a run of diagnose.sh rests on: its text, and the scenario without its repair. */
export function diagnosisHash(scenario: Scenario, script: string): string {
  return digest(JSON.stringify([{ ...scenario, fix: undefined, undo: undefined, fixed: undefined }, script]));
}

/**
 * Digest of all that a result rests on: the scenario, the simulator, and the steps of the page that mended it.
 * A result with another digest proves nothing any more.
 */
export function scenarioHash(
  scenario: Scenario,
  {
    simulator,
    causes,
    addresses,
  }: {
    readonly simulator: string;
    readonly causes: ReadonlyMap<string, Cause>;
    readonly addresses: Addresses;
  },
): string {
  const repairs = Array.isArray(scenario.fix) ? scenario.fix : [];
  const steps = repairs.map(({ cause, grade, index, platform }) =>
    causes
      .get(cause ?? scenario.cause ?? '')
      ?.fix[grade][index]?.run.filter((command) => platform === undefined || command.platform === platform)
      .map(({ run, file }) => [expandRanges(run, addresses), file]),
  );
  return digest(JSON.stringify([scenario, steps, simulator]));
}
