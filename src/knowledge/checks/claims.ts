import type { Problem } from '../problem.ts';
import type { RawEntry } from '../read.ts';
import { FILLER, withoutCode } from './inline.ts';
import type { Rule } from './rule.ts';
import { inBody } from './texts.ts';

/** A heading or an Audience tag: what parts one group of paragraphs from the next. */
const PARTING = /^[ \t]*(?:#{1,6}[ \t].*|<\/?Audience\b.*)$/gm;
const CITE = /\[\^[a-z0-9-]+\]/;

/** Groups of paragraphs, with the offset of the first word of each. */
function* groupsOf(body: string): Generator<{ offset: number; text: string }> {
  const text = withoutCode(body);
  let start = 0;
  for (const end of [...text.matchAll(PARTING), undefined]) {
    const group = text.slice(start, end?.index);
    const first = group.search(/\S/);
    if (first >= 0) yield { offset: start + first, text: group };
    if (end !== undefined) start = end.index + end[0].length;
  }
}

function uncited(entry: RawEntry): Problem[] {
  return [...groupsOf(entry.body ?? '')]
    .filter(({ text }) => /\w/.test(text.replaceAll(FILLER, '')) && !CITE.test(text))
    .map(({ offset }) =>
      inBody(entry, offset, {
        expected:
          'expected a source for what this part claims, found no citation up to the next heading or Audience tag',
        remedy:
          'cite the source as [^its-id], or say what the claim rests on: [^inference], [^unverified], [^experience] or [^lab]',
      }),
    );
}

/** Every part of a body rests on a source, or says on what else. */
export const claims: Rule = ({ raw }) => [...raw.values()].flatMap(uncited);
