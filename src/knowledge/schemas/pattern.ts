import { z } from 'zod';
import { EDGES } from '../../domain/analyzer/model.ts';
import { BEGINNINGS, EDGE_MARKS, VENDOR_PLACES } from '../../domain/analyzer/pattern.ts';
import { code, id, text } from './common.ts';

const sample = z.string().min(1).describe('the text as people paste it, real wording only');

const example = z.union([
  sample,
  z.strictObject({
    sample,
    shows: z
      .strictObject({
        code: code.nullable().optional(),
        status: z.string().nullable().optional(),
        edge: z.enum(EDGES).optional(),
        vendor: z.string().nullable().optional(),
        symptoms: z.array(id).optional().describe('symptoms among the findings; the pattern’s own when left out'),
        rayId: z.string().nullable().optional(),
        colo: z.string().nullable().optional(),
        when: z.string().nullable().optional(),
        host: z.string().nullable().optional(),
        elapsedSeconds: z.number().nullable().optional(),
      })
      .describe('what the whole analyzer must read out of the sample'),
  }),
]);

const comparison = z
  .strictObject({
    group: z.string(),
    least: z.union([z.string(), z.number()]).optional(),
    over: z.union([z.string(), z.number()]).optional(),
    under: z.union([z.string(), z.number()]).optional(),
  })
  .describe('the number in a group must be at least, over or under another group’s number, or a given one');

const pattern = z.strictObject({
  id: id.describe('permanent, unique over all files'),
  needs: z
    .array(
      z
        .string()
        .min(3)
        .refine((word) => word === word.toLowerCase(), 'expected lower case'),
    )
    .min(1)
    .describe('literals in lower case, at least three letters; one of them stands in every line that matches'),
  match: z
    .string()
    .min(1)
    .describe(
      'regular expression, tried without regard to case; named groups are listed in domain/analyzer/pattern.ts',
    ),
  span: z
    .int()
    .min(2)
    .max(16)
    .optional()
    .describe('lines that the expression sees together, from the one with the literal'),
  where: z.array(comparison).optional(),
  begins: z
    .enum(BEGINNINGS)
    .optional()
    .describe(
      'request: a new request begins; response: an answer begins; page: a page or body begins; record: the line stands for itself',
    ),
  edge: z.enum(EDGE_MARKS).optional().describe('what the line says about Cloudflare’s part'),
  vendor: z
    .strictObject({ name: z.string(), in: z.enum(VENDOR_PLACES) })
    .optional()
    .describe('another product that wrote the page, or that a header names'),
  code: code.optional().describe('a code that the line stands for without naming it'),
  symptoms: z.array(id).default([]).describe('what the line shows, as ids of symptoms/'),
  unless: z.array(id).optional().describe('symptoms that, found anywhere in the text, take this finding back'),
  says: text.optional().describe('what the line says, as one sentence; needed with symptoms'),
  examples: z.array(example).min(1).describe('samples that match'),
  not: z.array(sample).min(1).describe('look-alikes that must not match'),
});
export type PatternEntry = z.infer<typeof pattern>;

/** patterns/<kind>.yaml: what one kind of text looks like. */
export const patternSchema = z.strictObject({
  title: z.string().min(1).describe('name of this kind of text, such as "nginx error log"'),
  patterns: z.array(pattern).min(1),
});
export type PatternFile = z.infer<typeof patternSchema>;
