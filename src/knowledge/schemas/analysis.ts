import { z } from 'zod';
import { EDGES, PERSONAL_KINDS } from '../../domain/analyzer/model.ts';
import { id } from './common.ts';

const lines = z.array(z.int().positive()).describe('line numbers of the text, from 1; at most twenty');
const edge = z
  .enum(EDGES)
  .describe(
    'made: by Cloudflare’s edge; relayed: by the origin, through Cloudflare; absent: Cloudflare had no part; unclear',
  );
const because = z.string().describe('how we can tell, as a sentence');
const code = z.string().nullable().describe('the code, such as "522" or "1016"; null when none was read');
const vendor = z.string().nullable().describe('another product whose page or header this is');

const facts = {
  rayId: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable()
    .describe('Ray ID, without the location'),
  colo: z.string().nullable().describe('edge location: three letters, or the city that the page names'),
  when: z.string().nullable().describe('ISO 8601; ends in Z when it is UTC, without Z when the text names no zone'),
  host: z.string().nullable(),
  elapsedSeconds: z.number().min(0).nullable().describe('seconds from the request to the error'),
};

const error = z.strictObject({
  code,
  status: z.string().nullable().describe('the HTTP status around a code of four digits'),
  edge,
  because,
  vendor,
  ...facts,
  lines,
  count: z.int().positive().describe('how often it stands in the text'),
});

const finding = z.strictObject({
  symptom: id.describe('id of a symptom, see symptoms.json'),
  lines,
  pattern: id.describe('the pattern that found it; "code", "elapsed" and "answer" are read from the facts'),
  says: z.string().describe('what the lines say'),
  assumes: z
    .literal('direct')
    .nullable()
    .describe('"direct": holds if the request went straight to the server, which the text does not show'),
});

/** What `npm run analyze` prints. */
export const analysisSchema = z.strictObject({
  recognised: z.boolean(),
  code,
  edge,
  because,
  vendor,
  ...facts,
  errors: z.array(error).describe('every error in the text, in its order'),
  findings: z.array(finding),
  rulesOut: z
    .array(z.strictObject({ cause: id, symptoms: z.array(id) }))
    .describe('causes that the findings exclude, see causes.json'),
  artefacts: z.array(z.strictObject({ title: z.string(), lines })).describe('what kinds of text these are'),
  unread: z.array(z.strictObject({ why: z.string(), lines })).describe('what was not read, and why'),
  personal: z
    .array(z.strictObject({ kind: z.enum(PERSONAL_KINDS), lines }))
    .describe('personal data in the text, which this result does not repeat'),
});
