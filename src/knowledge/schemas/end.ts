import { z } from 'zod';
import { STATIONS } from '../../domain/vocabulary.ts';
import { id, text } from './common.ts';

/** One file of ends/: a named stop of the troubleshooter. */
export const endSchema = z.strictObject({
  title: text.describe('what is known now, as a short sentence'),
  text: text.describe('what that means, in two or three sentences'),
  fails: z.enum(STATIONS).optional().describe('station where the request fails, when it is known'),
  vague: z
    .boolean()
    .default(false)
    .describe('true: "likeliest first; nothing points to one yet"; the first cause then needs no support'),
  causes: z.array(id).min(1).describe('candidates in default order'),
  byCode: z
    .boolean()
    .optional()
    .describe('true: the causes belong to several codes; those that cannot give the reader’s code are left out'),
  decides: z
    .array(z.strictObject({ between: z.tuple([id, id]), check: id }))
    .default([])
    .describe('checks that decide between two candidates'),
  visitor: text.describe('the visitor’s way out'),
  client: text.describe('the API client’s retry rule'),
  host: text.optional().describe('What to ask the host to look at, in one or two sentences.'),
});
export type End = z.infer<typeof endSchema>;
