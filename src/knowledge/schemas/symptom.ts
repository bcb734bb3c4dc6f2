import { z } from 'zod';
import { STAGES, STATIONS, SYMPTOM_KINDS, VANTAGES } from '../../domain/vocabulary.ts';
import { id, text } from './common.ts';

/** One entry of symptoms/<file>.yaml: an observable fact, stated so that two people would agree on it. */
export const symptomSchema = z.strictObject({
  id,
  statement: text.describe('the fact as a full sentence'),
  label: text.describe('the same in a few words, for answers and the trail'),
  kind: z
    .enum(SYMPTOM_KINDS)
    .describe('fault: something is wrong; healthy: something works; context: what people say about their set-up'),
  vantage: z.enum(VANTAGES).describe('where it is observed from'),
  group: id.optional().describe('symptoms of one group exclude each other'),
  stage: z.enum(STAGES).optional().describe('station it tells about'),
  seconds: z
    .strictObject({ min: z.number().min(0), max: z.number().positive().optional() })
    .optional()
    .describe('time to the error that counts as this symptom, in seconds'),
  clears: z.array(z.enum(STATIONS)).default([]).describe('stations this shows to be in order'),
  blames: z.array(z.enum(STATIONS)).default([]).describe('stations this makes suspect'),
});
export type Symptom = z.infer<typeof symptomSchema>;
