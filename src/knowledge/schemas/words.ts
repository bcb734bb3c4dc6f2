import { z } from 'zod';
import { id, text } from './common.ts';

/** One entry of words.yaml: what people type when they look for a page. */
export const wordsSchema = z.strictObject({
  id: z
    .string()
    .regex(/^(?:error|cause|guide|page):\S+$/, 'expected a link target such as "cause:fw-drop-cloudflare"')
    .describe('link target of the page, as kind:id'),
  words: z
    .array(text)
    .min(1)
    .describe('names, lay symptoms, options, lines of a log that lead to the page, one thing each'),
});
export type Words = z.infer<typeof wordsSchema>;

/** One entry of synonyms.yaml: a word that the pages use, and what people type instead. */
export const synonymSchema = z.strictObject({
  id: id.describe('the word of the pages; several words are joined by hyphens'),
  typed: z
    .array(
      z
        .string('expected a word')
        .regex(/^[\p{Ll}\p{N}]+(?: [\p{Ll}\p{N}]+){0,2}$/u, 'expected one to three words in lower case, without marks'),
    )
    .min(1)
    .describe('what people type instead, up to three words each'),
});
export type Synonym = z.infer<typeof synonymSchema>;
