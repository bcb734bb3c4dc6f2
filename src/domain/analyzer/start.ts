import { type Graph, lookup } from '../troubleshooter/graph.ts';
import { weigh } from '../troubleshooter/rank.ts';
import type { Walk } from '../troubleshooter/walk.ts';
import type { Analysis, RuledOut } from './model.ts';

/** The first question of the troubleshooter asks for the code. */
const CODE_QUESTION = 'code';

/**
 * Symptoms that may be carried into the troubleshooter: those that the text shows beyond doubt, and of each exclusive group
 * the one of the foremost error. `code-…` symptoms of other errors in the same text stay behind.
 * @param direct the reader says that the request went straight to the server
 */
export function carried(result: Analysis, graph: Graph, direct = false): string[] {
  const groups = new Set<string>();
  return result.findings.flatMap(({ symptom, assumes }) => {
    const known = lookup(graph.symptoms, symptom);
    if (known === undefined || (assumes !== null && !direct)) return [];
    if (known.group === undefined) return [symptom];
    if (groups.has(known.group)) return [];
    groups.add(known.group);
    return [symptom];
  });
}

/** The causes that the findings exclude, each with the findings that do. */
export function ruledOut(result: Analysis, graph: Graph, direct = false): RuledOut[] {
  const evidence = new Set(carried(result, graph, direct));
  return Object.keys(graph.causes).flatMap((cause) => {
    const symptoms = weigh(graph, cause, evidence).excludes.map(({ symptom }) => symptom);
    return symptoms.length === 0 ? [] : [{ cause, symptoms }];
  });
}

/**
 * The troubleshooter's start with what the text shows: the code as the answer to the first question, everything else as seen.
 * Text, hosts and Ray IDs stay behind.
 */
export function toWalk(result: Analysis, graph: Graph, direct = false): Walk {
  const symptoms = carried(result, graph, direct);
  const question = lookup(graph.questions, CODE_QUESTION);
  const code = symptoms.find((id) => question?.answers.some((answer) => answer.symptom === id));
  return {
    answers: code === undefined ? [] : [{ question: CODE_QUESTION, value: [code] }],
    seen: symptoms.filter((id) => id !== code),
  };
}
