import { z } from 'zod';
import { METHODS } from '../../domain/retry/advise.ts';
import { id } from './common.ts';

const kind = z.enum(METHODS.map((method) => method.id));
const seconds = z.number().positive();

const advice = z.strictObject({
  action: z
    .enum(['wait', 'stop', 'alert'])
    .describe('wait: send it again after the waits; stop: report the failure; alert: stop, and tell a person'),
  waitsSeconds: z
    .array(seconds)
    .describe('seconds before each repeat when the answer has no Retry-After; empty unless the action is wait'),
  reason: z.string().describe('why it ends, or what to mind; a sentence'),
});

const item = z.strictObject({
  id: id.describe('the code; "-early" or "-late" where the time to the error decides'),
  code: z
    .string()
    .regex(/^\d{3,4}$/)
    .describe('HTTP status, or the 1xxx number in its body'),
  underSeconds: seconds.optional().describe('the case holds for answers that came sooner than this after sending'),
  fromSeconds: seconds
    .optional()
    .describe('the case holds for answers that came this late or later, or at an unknown time'),
  onlyBodyTells: z
    .boolean()
    .describe('true where the status alone may be the site’s own, or hides the number: the body must name this error'),
  reached: z.strictObject({
    answer: z.enum(['no', 'maybe', 'yes']).describe('whether the application may have acted on the request'),
    because: z.string().describe('our inference from the stage at which the code arises'),
    sources: z.array(id),
  }),
  advice: z.record(kind, advice).describe('what to do, by kind of request'),
});

/** Whether to send a request again, case by case and method by method, as it is published. */
export const retrySchema = z.strictObject({
  version: z.int().positive(),
  license: z.url(),
  schema: z.string().describe('where this schema is'),
  longestWaitSeconds: seconds.describe('an answer that asks for more ends the job; our recommendation'),
  mostJitter: z.number().describe('most that chance adds to a wait, as a share of it; our recommendation'),
  methods: z.array(
    z.strictObject({
      id: kind,
      name: z.string(),
      covers: z.array(z.string()).min(1).describe('HTTP methods'),
      idempotencyKey: z.boolean().describe('whether the request carries a key that the server honours'),
    }),
  ),
  count: z.int().positive(),
  items: z.array(item).describe('look up the 1xxx number of the body first, then the status'),
});

export type RetryTable = z.infer<typeof retrySchema>;
