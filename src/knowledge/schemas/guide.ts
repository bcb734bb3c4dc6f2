import { z } from 'zod';
import { AUDIENCES } from '../../domain/vocabulary.ts';
import { id, sources, text } from './common.ts';

/** Frontmatter of guides/<id>.mdx: a how-to that several causes share. */
export const guideSchema = z.strictObject({
  title: text,
  summary: text.describe('what the reader can do afterwards, in one sentence'),
  aliases: z.array(id).default([]).describe('earlier ids; they redirect here'),
  audiences: z.array(z.enum(AUDIENCES)).min(1),
  sources,
});
export type Guide = z.infer<typeof guideSchema>;
