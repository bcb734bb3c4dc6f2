import type { Path } from '../locate.ts';
import type { Problem } from '../problem.ts';
import { rawKey } from '../read.ts';
import type { Question } from '../schemas/question.ts';
import { at, type Context, type Rule } from './rule.ts';
import { isWhole } from './whole.ts';

/** The question that the troubleshooter begins with. */
export const FIRST = 'code';

/** The page beside the pages of the questions and ends: /troubleshoot/map/. */
const MAP = 'map';

/** The ways out of a question, each with the field that states it. */
function waysOut(question: Question): { path: Path; to: string }[] {
  const answers = question.answers.map((answer, index) => ({ path: ['answers', index, 'next'], to: answer.next }));
  return [...answers, { path: ['none'], to: question.none }, { path: ['unsure'], to: question.unsure }];
}

/** Walks every way from the first question, then from those left over, and tells of ways that lead back. */
function loops(context: Context): Problem[] {
  const { questions } = context.knowledge;
  const problems: Problem[] = [];
  const done = new Set<string>();
  const walk = (id: string, trail: readonly string[]): void => {
    const question = questions.get(id);
    if (question === undefined || done.has(id)) return;
    const here = [...trail, id];
    for (const { path, to } of waysOut(question)) {
      if (here.includes(to)) {
        const circle = [...here.slice(here.indexOf(to)), to].join(' → ');
        const told = {
          expected: `expected a question not asked before, found the loop ${circle}`,
          remedy: 'lead this answer to a later question or to an end',
        };
        problems.push(at(context, { collection: 'questions', id, path }, told));
      } else walk(to, here);
    }
    done.add(id);
  };
  for (const id of [FIRST, ...questions.keys()]) walk(id, []);
  return problems;
}

function reachable(context: Context): Set<string> {
  const reached = new Set<string>();
  const queue = [FIRST];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    const question = context.knowledge.questions.get(id);
    if (question !== undefined) queue.push(...waysOut(question).map((way) => way.to));
  }
  return reached;
}

function unreachable(context: Context): Problem[] {
  if (!isWhole(context, 'questions')) return [];
  if (!context.raw.has(rawKey('questions', FIRST))) {
    const told = {
      expected: `expected the first question, questions/${FIRST}.yaml`,
      remedy: 'add that file; the troubleshooter begins there',
    };
    return [
      {
        ...at(context, { collection: 'questions', id: FIRST, path: [] }, told),
        file: `content/questions/${FIRST}.yaml`,
      },
    ];
  }
  const reached = reachable(context);
  return (['questions', 'ends'] as const).flatMap((collection) =>
    [...context.knowledge[collection].keys()]
      .filter((id) => !reached.has(id))
      .map((id) => {
        const told = {
          expected: `expected a way here from the first question, found none`,
          remedy: `point an answer, none or unsure of a question at "${id}", or remove the file`,
        };
        return at(context, { collection, id, path: [] }, told);
      }),
  );
}

function nameTaken(context: Context): Problem[] {
  return (['questions', 'ends'] as const)
    .filter((collection) => context.knowledge[collection].has(MAP))
    .map((collection) => {
      const told = {
        expected: `expected another name than "${MAP}", which is the address of the map`,
        remedy: 'rename the file, and the answers that lead to it',
      };
      return at(context, { collection, id: MAP, path: [] }, told);
    });
}

function answersOf(context: Context, id: string, { answers, several }: Question): Problem[] {
  const place = (path: Path) => ({ collection: 'questions' as const, id, path });
  const symptoms = answers.map((answer) => answer.symptom);
  const problems = symptoms.flatMap((symptom, index) => {
    const first = symptoms.indexOf(symptom);
    if (first === index) return [];
    const told = {
      expected: `expected each symptom once, found "${symptom}" again (first in answers.${String(first)})`,
      remedy: 'remove one of the two answers',
    };
    return [at(context, place(['answers', index, 'symptom']), told)];
  });
  // An answer that stands alone needs no group to say so.
  const others = answers.filter((answer) => !answer.alone);
  const groups = new Set(others.map(({ symptom }) => context.knowledge.symptoms.get(symptom)?.group));
  if (several || others.length <= 1 || (groups.size === 1 && !groups.has(undefined))) return problems;
  const found = [...groups].map((group) => group ?? 'none').join(', ');
  const expected = `expected answers of one exclusive group, found the groups ${found}`;
  return [
    ...problems,
    at(context, place(['answers']), {
      expected,
      remedy: 'set several: true, give the symptoms one group, or set alone: true on the answer of another group',
      severity: 'warning',
    }),
  ];
}

/** The questions form a graph that starts in one place, never turns back, and leads everywhere; the map's address stays free. */
export const graph: Rule = (context) => [
  ...nameTaken(context),
  ...unreachable(context),
  ...loops(context),
  ...[...context.knowledge.questions].flatMap(([id, question]) => answersOf(context, id, question)),
];
