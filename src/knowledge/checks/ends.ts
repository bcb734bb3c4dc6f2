import { explore } from '../../domain/troubleshooter/explore.ts';
import type { Graph } from '../../domain/troubleshooter/graph.ts';
import { supported, weigh } from '../../domain/troubleshooter/rank.ts';
import { rankAt } from '../../domain/troubleshooter/rank-at.ts';
import type { Answer } from '../../domain/troubleshooter/walk.ts';
import { toGraph } from '../graph.ts';
import type { Problem } from '../problem.ts';
import { rawKey } from '../read.ts';
import { at, type Rule } from './rule.ts';

function told(answers: readonly Answer[]): string {
  return answers
    .map(({ question, value }) => `${question}=${typeof value === 'string' ? value : value.join(',')}`)
    .join('&');
}

function walkable(graph: Graph): boolean {
  const nodes = { ...graph.questions, ...graph.ends };
  const known = (id: string): boolean => Object.hasOwn(nodes, id);
  return (
    known(graph.start) &&
    Object.values(graph.questions).every((q) => [...q.answers.map((a) => a.next), q.none, q.unsure].every(known))
  );
}

/** No end puts first a cause that its path excludes, or one that nothing on the path supports, unless the end says so. */
export const ends: Rule = (context) => {
  const graph = toGraph(context.knowledge);
  // Dangling edges and loops are told by other rules; walking them would only add noise.
  if (!walkable(graph)) return [];
  const found = new Map<string, Problem>();
  explore(graph, ({ end: id, answers, evidence }) => {
    const end = graph.ends[id];
    if (end === undefined || !context.raw.has(rawKey('ends', id))) return;
    const place = { collection: 'ends', id, path: ['causes', 0] } as const;
    const printed = end.causes[0] ?? '';
    const excluding = weigh(graph, printed, new Set(evidence)).excludes[0];
    if (excluding !== undefined && !end.vague) {
      found.set(
        `excluded ${id} ${excluding.symptom}`,
        at(context, place, {
          expected: `expected a first cause that every path to this end allows; "${printed}" is excluded by "${excluding.symptom}" on ${told(answers)}`,
          remedy: 'put another cause first, or lead that answer to another end',
        }),
      );
    }
    const first = rankAt(graph, id, evidence).ordered[0];
    if (first === undefined) {
      found.set(
        `empty ${id}`,
        at(context, place, {
          expected: `expected a cause that is still possible; all are excluded on ${told(answers)}`,
          remedy: 'add a cause that fits those answers, or lead them to another end',
        }),
      );
    } else if (!end.vague && !supported(first)) {
      found.set(
        `unsupported ${id}`,
        at(context, place, {
          expected: `expected the first cause to be supported by an answer; nothing supports "${first.id}" on ${told(answers)}`,
          remedy: 'name a symptom of that path in the cause’s evidence, or set vague: true on this end',
        }),
      );
    }
  });
  return [...found.values()];
};
