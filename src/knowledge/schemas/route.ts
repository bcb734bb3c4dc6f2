import { z } from 'zod';
import { STATIONS } from '../../domain/vocabulary.ts';
import { id, sources, text } from './common.ts';

/** One entry of paths.yaml: another way that a request can take. */
export const routeSchema = z.strictObject({
  id,
  title: text.describe('the way, in a few words'),
  text: text.describe('what differs from a call to an address, and which codes follow'),
  stations: z
    .array(
      z.strictObject({
        at: z.enum(STATIONS).describe('station of the main path that this one stands for; decides its colour'),
        name: text,
        note: text,
        breaks: z.literal('A').optional().describe('the first of two tracks ends here and the second goes on'),
      }),
    )
    .min(3),
  sources,
});
export type Route = z.infer<typeof routeSchema>;
