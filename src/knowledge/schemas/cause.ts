import { z } from 'zod';
import { AREAS, BASES, CERTAINTIES, WEIGHTS } from '../../domain/vocabulary.ts';
import { code, command, id, sources, text } from './common.ts';

const step = z.strictObject({
  do: text.describe('what to do, as an instruction'),
  run: z.array(command).default([]).describe('commands or configuration for it, one per platform where it differs'),
});

/** Frontmatter of causes/<id>.mdx: a root cause, that is, what to repair. */
export const causeSchema = z.strictObject({
  title: text.describe('the fault in one short sentence'),
  summary: text.describe('how it leads to the code, in one or two sentences'),
  area: z.enum(AREAS).describe('where it lies'),
  aliases: z.array(id).default([]).describe('earlier ids; they redirect here'),
  codes: z
    .array(
      z.strictObject({
        code,
        when: text.describe('in which case this cause gives this code'),
        certainty: z.enum(CERTAINTIES),
        condition: z.enum(['A', 'B']).optional().describe('for codes with two conditions: which one'),
        basis: z.enum(BASES).optional().describe('likelihood for this code, where it differs'),
      }),
    )
    .min(1)
    .describe('codes it can produce. This is the only place where that is stated'),
  likelihood: z
    .strictObject({
      basis: z.enum(BASES),
      rank: z.int().min(1).max(99).describe('order among causes of the same basis; 1 comes first'),
    })
    .describe('our order, and whose opinion it rests on'),
  evidence: z
    .array(
      z.strictObject({
        symptom: id,
        weight: z.enum(WEIGHTS),
        because: text.optional().describe('why, where it is not obvious'),
      }),
    )
    .min(1)
    .describe('symptoms that speak for it or against it'),
  lookalikes: z.array(z.strictObject({ cause: id, decidedBy: text.describe('what tells the two apart') })).default([]),
  youHaveThisIf: text.describe('the test a reader can apply, completing "You have this if …"'),
  ruledOutIf: text.describe('what rules it out'),
  confirm: z.array(id).min(1).describe('checks that confirm it, the best first'),
  fix: z
    .strictObject({
      immediate: z.array(step).default([]).describe('stops the error now'),
      short: z.array(step).default([]).describe('repairs the fault this week'),
      long: z.array(step).default([]).describe('keeps it from coming back by design'),
    })
    .refine((f) => f.immediate.length + f.short.length + f.long.length > 0, 'expected at least one step'),
  verify: text.describe('what shows that it is fixed'),
  verifyChecks: z.array(id).default([]).describe('checks to repeat afterwards'),
  prevent: z.array(text).default([]),
  warnings: z.array(text).default([]).describe('popular advice that is wrong or dangerous here, and why'),
  lab: z
    .strictObject({ observed: text, source: id })
    .optional()
    .describe('what our lab saw when the fault was injected'),
  guides: z.array(id).default([]).describe('guides that help with the repair'),
  sources,
});
export type Cause = z.infer<typeof causeSchema>;
export type CauseStep = z.infer<typeof step>;
