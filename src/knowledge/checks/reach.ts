import type { Problem } from '../problem.ts';
import { FIRST } from './graph.ts';
import { at, type Context, type Rule } from './rule.ts';
import { isWhole } from './whole.ts';

function lonelyCauses(context: Context): Problem[] {
  if (!isWhole(context, 'ends')) return [];
  const candidates = new Set([...context.knowledge.ends.values()].flatMap((end) => end.causes));
  return [...context.knowledge.causes.keys()]
    .filter((id) => !candidates.has(id))
    .map((id) => {
      const told = {
        expected: 'expected the cause to be a candidate of at least one end, found none',
        remedy: `add "${id}" to causes of a file in content/ends`,
      };
      return at(context, { collection: 'causes', id, path: ['title'] }, told);
    });
}

function lonelyErrors(context: Context): Problem[] {
  const { questions } = context.knowledge;
  if (!questions.has(FIRST)) return [];
  const asking = [...questions].filter(([id]) => id === FIRST || id.startsWith(`${FIRST}-`));
  const answers = new Set(asking.flatMap(([, question]) => question.answers.map((answer) => answer.symptom)));
  return [...context.knowledge.errors]
    .filter(([, error]) => !answers.has(`code-${error.code}`))
    .map(([id, { code }]) => {
      const expected = `expected an answer "code-${code}" in content/questions/${FIRST}.yaml or a question ${FIRST}-… behind it, found none`;
      return at(
        context,
        { collection: 'errors', id, path: ['code'] },
        { expected, remedy: 'add that answer, so that this error has a way into the troubleshooter' },
      );
    });
}

function candidates(context: Context): Problem[] {
  return [...context.knowledge.ends].flatMap(([id, { causes, decides }]) => {
    const place = (path: (string | number)[]) => ({ collection: 'ends' as const, id, path });
    const repeats = causes.flatMap((cause, index) =>
      causes.indexOf(cause) === index
        ? []
        : [
            at(context, place(['causes', index]), {
              expected: `expected each candidate once, found "${cause}" again`,
              remedy: 'remove one of the two',
            }),
          ],
    );
    const strangers = decides.flatMap(({ between }, index) =>
      between.flatMap((cause, side) =>
        causes.includes(cause)
          ? []
          : [
              at(context, place(['decides', index, 'between', side]), {
                expected: `expected one of the causes of this end, found "${cause}"`,
                remedy: `add "${cause}" to causes, or decide between two that are there: ${causes.join(', ')}`,
              }),
            ],
      ),
    );
    return [...repeats, ...strangers];
  });
}

/** Every cause stands in an end, every error has a way in, and an end decides between its own candidates. */
export const reach: Rule = (context) => [...lonelyCauses(context), ...lonelyErrors(context), ...candidates(context)];
