import { z } from 'zod';
import { sources, text } from './common.ts';

const answer = z.enum(['yes', 'no', 'unknown'], 'expected "yes", "no" or "unknown", in quotes');
const fact = z.strictObject({
  answer: z.enum(['yes', 'no', 'partly', 'unknown'], 'expected "yes", "no", "partly" or "unknown", in quotes'),
  text: text.optional(),
});

/** Where clients are used, in the order of the page. */
export const LANGUAGES = [
  'Shell',
  'Python',
  'JavaScript',
  'PHP',
  'Go',
  '.NET',
  'Java and Kotlin',
  'Rust',
  'Gateway',
] as const;

/** One file of clients/: an HTTP client, and what its own retrying does with Cloudflare's codes. */
export const clientSchema = z.strictObject({
  name: z.string().min(1),
  language: z.enum(LANGUAGES).describe('where it is used; the table is grouped by it'),
  starts: z
    .enum(['built-in', 'on-request', 'never'])
    .describe(
      'built-in: repeats answers without being asked; on-request: once its retry option or wrapper is on, with its own defaults; never: has no repeat of answers',
    ),
  retries52x: z
    .strictObject({
      '520': answer,
      '521': answer,
      '522': answer,
      '523': answer,
      '524': answer,
      '525': answer,
      '526': answer,
    })
    .describe('whether a GET that gets this code is repeated, with the defaults of what starts says'),
  detail: text.describe('how often, how fast, and what to set'),
  respectsRetryAfter: fact.describe(
    'whether it waits as long as Retry-After asks on the codes it repeats; no for one that repeats none of them',
  ),
  retriesPost: fact.describe('whether a POST that gets one of these codes is repeated'),
  verified: z
    .strictObject({
      how: z
        .enum(['run', 'source', 'docs', 'report', 'none'])
        .describe(
          'run: by us, against a server that answers as the edge does; source: its code; docs: its documentation; report: others’ words; none: general knowledge',
        ),
      version: z.string().min(1).optional().describe('what was looked at'),
    })
    .refine(({ how, version }) => version !== undefined || (how !== 'run' && how !== 'source'), {
      path: ['version'],
      message: 'expected the version that was run or read',
    }),
  samples: z
    .array(
      z.strictObject({
        file: z
          .string()
          .regex(/^[a-z]+\/[a-z_-]+\.[a-z]+$/, 'expected a path such as "python/httpx_retry.py"')
          .describe('path below content/samples/'),
        title: z.string().min(1).describe('language and library, for the heading'),
      }),
    )
    .default([])
    .describe('working code that handles the codes with it; tests run it'),
  sources,
});
export type Client = z.infer<typeof clientSchema>;
