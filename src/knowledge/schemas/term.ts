import { z } from 'zod';
import { id, sources, text } from './common.ts';

const spelling = z
  .string()
  .regex(/^[^\s<>&"'][^<>&"']*[^\s<>&"']$/, 'expected words without quotes, < or & and without a space at either end');

/** One entry of glossary.yaml: a word that pages explain where they use it first. */
export const termSchema = z.strictObject({
  id,
  term: z.string().min(1).describe('the word as its heading'),
  words: z.array(spelling).min(1).describe('spellings to find in the text, exactly as they stand there'),
  except: z.array(spelling).default([]).describe('phrases with one of the words in which it means something else'),
  means: text.describe(
    'the explanation, one or two short sentences; it is sent along with every page that uses the word',
  ),
  sources,
});
export type Term = z.infer<typeof termSchema>;
