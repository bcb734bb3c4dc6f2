import { z } from 'zod';
import { id, text } from './common.ts';

/** One file of questions/: a node of the troubleshooter. */
export const questionSchema = z.strictObject({
  ask: text.describe('the question, in plain words'),
  trail: text.describe('two or three words that stand for it in the list of answers'),
  why: text.describe('why the answer helps'),
  checks: z.array(id).default([]).describe('checks that answer it, from least access to most'),
  several: z.boolean().default(false).describe('more than one answer may hold'),
  answers: z
    .array(
      z.strictObject({
        symptom: id.describe('what holds'),
        see: text.optional().describe('what the reader sees, in the left column'),
        alone: z.boolean().default(false).describe('cannot hold together with the other answers'),
        next: id.describe('question or end that follows'),
      }),
    )
    .min(1),
  none: id.describe('question or end that follows "None of these"'),
  unsure: id.describe('question or end that follows "I can’t check this"'),
});
export type Question = z.infer<typeof questionSchema>;
