import { CHANGES } from '../../domain/vocabulary.ts';
import type { Problem } from '../problem.ts';
import { type Fence, fencesIn } from './inline.ts';
import type { Rule } from './rule.ts';
import { inBody } from './texts.ts';

type Told = Pick<Problem, 'expected' | 'remedy'>;

/** What a fenced block lacks of what readers must know before they copy it. */
function* lacks({ lang, meta }: Fence): Generator<Told> {
  if (lang === '')
    yield { expected: 'expected a language after the fence, found none', remedy: 'write it, such as ```sh or ```text' };
  if ((meta.where ?? '').trim() === '')
    yield {
      expected: 'expected where the block runs or belongs, found nothing',
      remedy: 'add where="…" after the language',
    };
  if (!CHANGES.some((known) => known === meta.changes)) {
    const found = meta.changes === undefined ? 'nothing' : `"${meta.changes}"`;
    yield {
      expected: `expected what the block changes, found ${found}`,
      remedy: `add changes="…" with one of ${CHANGES.join(', ')}`,
    };
  }
}

/** A fenced block says its language, where it runs and what it changes, as commands in YAML must. */
export const fences: Rule = ({ raw }) =>
  [...raw.values()].flatMap((entry) =>
    [...fencesIn(entry.body ?? '')].flatMap((fence) =>
      [...lacks(fence)].map((told) => inBody(entry, fence.offset - 1, told)),
    ),
  );
