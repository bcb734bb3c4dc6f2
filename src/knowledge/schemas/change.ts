import { z } from 'zod';
import { date, id, text } from './common.ts';

/** One entry of changes.yaml: something on the site that changed. */
export const changeSchema = z.strictObject({
  id,
  date,
  what: text.describe('what changed, for a reader'),
  pages: z
    .array(z.string().regex(/^\/(?:.*\/)?$/, 'expected a path that starts and ends with /'))
    .default([])
    .describe('pages where it shows'),
});
export type Change = z.infer<typeof changeSchema>;
