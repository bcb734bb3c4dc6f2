import { z } from 'zod';
import { date, id, text } from './common.ts';

/** One entry of sources.yaml: a dated reference behind claims. */
export const sourceSchema = z
  .strictObject({
    id,
    title: z.string().min(1).describe('title as its publisher gives it'),
    publisher: z.string().min(1).describe('who publishes it'),
    kind: z
      .enum(['primary', 'lab', 'community', 'mechanism'])
      .describe(
        'primary: Cloudflare or the maker of the software; lab: our own run; community: others’ reports; mechanism: our inference',
      ),
    url: z.url().optional().describe('public address; required for primary and community'),
    published: date.optional().describe('the publisher’s own date, when it gives one'),
    dated: z.string().optional().describe('what is known of the date in words, when there is no exact one'),
    read: date.describe('the day the copy was read'),
    copy: z.string().optional().describe('which copy was read, for instance "captured 2026-10-08"'),
    opened: z.boolean().describe('whether the live page itself was opened on the day it was read'),
    note: text.optional().describe('what a reader should know about its reliability'),
  })
  .refine((s) => s.url !== undefined || s.kind === 'lab' || s.kind === 'mechanism', {
    path: ['url'],
    message: 'expected a public address: a source without one cannot be cited; label the claim [^experience] instead',
  })
  .refine((s) => s.published !== undefined || s.dated !== undefined, {
    path: ['published'],
    message: 'expected either published (a date) or dated (words)',
  });
export type Source = z.infer<typeof sourceSchema>;
