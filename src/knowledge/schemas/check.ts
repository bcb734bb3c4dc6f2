import { z } from 'zod';
import { ACCESS_LEVELS } from '../../domain/vocabulary.ts';
import { command, id, sources, text } from './common.ts';

/** One file of checks/: a command or a place to look that decides between symptoms, for one access level. */
export const checkSchema = z
  .strictObject({
    title: text.describe('what is looked at, as a question or a short noun phrase'),
    access: z.enum(ACCESS_LEVELS).describe('what the reader must be able to reach'),
    how: text.optional().describe('what to do around the command, or instead of one'),
    commands: z.array(command).default([]).describe('what to run; one per platform where it differs'),
    sample: z.string().optional().describe('what the output looks like; documentation addresses only'),
    outcomes: z
      .array(
        z.strictObject({
          see: text.describe('what appears; `code` for literal output'),
          means: text.describe('what that means'),
          looks: z.string().trim().min(1).max(200).optional().describe('one or two lines of such output, literally'),
          symptom: id.optional().describe('the symptom it establishes'),
        }),
      )
      .min(1)
      .describe('what each result means'),
    sources,
  })
  .refine((c) => c.commands.length > 0 || c.how !== undefined, {
    path: ['how'],
    message: 'expected how or commands: a check must say what to do',
  });
export type Check = z.infer<typeof checkSchema>;
