import { z } from 'zod';
import { STAGES } from '../../domain/vocabulary.ts';
import { date, id } from './common.ts';

const seen = z.strictObject({
  code: z.string(),
  event: z.string().describe('what the lab edge met, in words'),
  stage: z.enum(STAGES),
  certainty: z.enum(['documented', 'inferred', 'undocumented']).describe('how the step from event to code is founded'),
  times: z.int().min(1),
});

const outcome = z.strictObject({
  hash: z.string().describe('of the scenario, the simulator and the fix as they were'),
  on: date,
  runs: z.int().min(1),
  matches: z.int().min(0).describe('runs in which everything went as the scenario says'),
  real: z.boolean().describe('with Cloudflare’s own clocks'),
  seen: z.array(seen),
  evidence: z.array(z.string()).describe('lines that showed the fault'),
  wire: z.array(id).describe('symptoms that the packet capture showed'),
  fix: z.enum(['verified', 'outside', 'none', 'failed']),
  ms: z.int().min(0).describe('median of a run, from building the world to removing it'),
});

/** lab/results.json: what the lab saw, as `npm run lab -- --write` wrote it. */
export const resultsSchema = z.strictObject({
  date,
  kernel: z.string(),
  system: z.string(),
  servers: z.array(z.string()).describe('versions'),
  clocks: z.record(z.string(), z.number()).describe('scaled clocks, in seconds'),
  scenarios: z.record(id, outcome),
});
export type LabResults = z.infer<typeof resultsSchema>;
export type LabOutcome = z.infer<typeof outcome>;

const said = z.strictObject({
  symptoms: z.array(id).describe('as printed, most telling first'),
  outside: z.boolean().describe('whether it said "outside this host"'),
});

const diagnosed = z.strictObject({
  hash: z.string().describe('of the scenario and of the script as they were'),
  on: date,
  plain: said,
  replay: said.describe('with --replay'),
});

/** lab/diagnosis.json: what diagnose.sh said on each origin, as `npm run lab -- --diagnose --write` wrote it. */
export const diagnosisSchema = z.strictObject({
  scenarios: z.record(id, diagnosed),
});
export type LabDiagnosis = z.infer<typeof diagnosisSchema>;
