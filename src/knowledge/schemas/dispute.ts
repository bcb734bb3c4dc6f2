import { z } from 'zod';
import { VERDICTS } from '../../domain/vocabulary.ts';
import { code, date, id, sources, text } from './common.ts';

/** One entry of disputes.yaml: a claim that circulates, the verdict on it, and the sources. */
export const disputeSchema = z.strictObject({
  id,
  claim: text.describe('the claim as people say it, in our words'),
  verdict: z.enum(VERDICTS),
  truth: text.describe('what is true'),
  since: date.optional().describe('since when, where it changed'),
  how: text.describe('how we know'),
  kind: z
    .enum(['popular', 'cloudflare', 'lab'])
    .describe('popular advice; Cloudflare against itself; our lab against popular advice'),
  errors: z.array(code).default([]).describe('codes whose pages show it'),
  causes: z.array(id).default([]).describe('causes whose pages show it'),
  sources,
});
export type Dispute = z.infer<typeof disputeSchema>;
