import { z } from 'zod';
import { CERTAINTIES, STATIONS } from '../../domain/vocabulary.ts';
import { code, date, id, sources, text } from './common.ts';

const fact = z.strictObject({ text, certainty: z.enum(CERTAINTIES), sources });

/** Frontmatter of errors/<code>.mdx. The body speaks to each audience in turn. */
export const errorSchema = z.strictObject({
  code,
  title: text.describe('the phrase people see, such as "Connection timed out"'),
  official: text.describe('title in the primary source'),
  family: z.enum(['52x', '530', 'neighbour', '1xxx']),
  status: z.enum(['current', 'historic']).default('current'),
  featured: z.boolean().default(false).describe('of the 1xxx: one of the most met, shown on the home page'),
  carriedBy: z.array(code).default([]).describe('HTTP status codes that carry it, when it is not one itself'),
  meaning: text.describe('what it means, in one or two plain sentences'),
  category: text.describe('badge: what kind of failure'),
  severity: text.describe('badge: whose work it stops'),
  registered: text.describe('whether it is an IANA status code'),
  breaks: z
    .array(
      z.strictObject({
        id: z.enum(['A', 'B']).optional().describe('letter, when there are two conditions'),
        at: z.enum(STATIONS),
        title: text,
        text: text.describe('what Cloudflare saw, exactly'),
        label: text.describe('two to four words for the index on the home page'),
        note: text.describe('words under the station in the drawing'),
        clock: id.optional().describe('clock from cloudflare.yaml that ends it'),
        certainty: z.enum(CERTAINTIES),
        sources,
      }),
    )
    .min(1)
    .describe('where it breaks: one entry for each condition'),
  time: fact.describe('how long until the visitor sees it'),
  side: fact.describe('whose side, without over-claiming'),
  reached: fact.describe('whether the request may have reached the application'),
  repeat: fact.describe('whether to repeat the request'),
  retry: z.strictObject({
    retryable: z.enum(['yes', 'no', 'depends']).describe('what the machine-readable body says'),
    after: id.optional().describe('hint from cloudflare.yaml'),
    sources,
  }),
  common: z.strictObject({ cause: id, says: text.describe('whose ranking it is') }).optional(),
  quickFix: text.describe('the first repair to try, for the quick-reference table'),
  firstCheck: id.describe('check that splits the causes best'),
  wire: z
    .array(z.strictObject({ at: z.enum(STATIONS), text }))
    .min(2)
    .describe('what happens on the wire, step by step'),
  siblings: z.array(z.strictObject({ code, differs: text.describe('what that code means instead') })).min(1),
  scenarios: z.array(z.strictObject({ title: text, story: text, cause: id })).default([]),
  faq: z.array(z.strictObject({ q: text, a: text, sources })).default([]),
  clientCode: z
    .array(z.strictObject({ name: z.string(), lang: z.string(), code: z.string(), note: text.optional() }))
    .default([])
    .describe('how a program tests for the code'),
  phrases: z.array(z.string().min(2)).min(1).describe('words on error pages and in logs that lead here'),
  history: z.array(z.strictObject({ date, what: text, sources })).default([]),
  links: z
    .array(z.strictObject({ title: z.string(), url: z.url() }))
    .default([])
    .describe('official pages'),
  sources,
});
export type ErrorEntry = z.infer<typeof errorSchema>;
