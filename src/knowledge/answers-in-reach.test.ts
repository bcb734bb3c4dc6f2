import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sortAnswers } from '../domain/troubleshooter/access.ts';
import { CODE_GROUPS } from '../domain/troubleshooter/codes.ts';
import { type Graph, lookup, type Question } from '../domain/troubleshooter/graph.ts';
import { toGraph } from './graph.ts';
import { loadKnowledge } from './load.ts';

let graph: Graph;

beforeAll(() => {
  const { knowledge } = loadKnowledge(join(process.cwd(), 'content'), '2026-11-21');
  if (knowledge === undefined) throw new Error('the content has errors; `npm run check` names them');
  graph = toGraph(knowledge);
}, 60_000);

function question(id: string): Question {
  const found = lookup(graph.questions, id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return found;
}

/** Groups of what a page shows, what one counts or tries in a browser, and what one remembers. */
const SEEN_BY_ALL: readonly (string | undefined)[] = [...CODE_GROUPS, 'time', 'page', 'change'];

describe('answers that a browser is enough for', () => {
  it.each([
    'code',
    'client-sees',
    'stopped-code',
    'code-neighbour',
    'code-1xxx',
    'code-1xxx-more',
    'inner-530',
    'sight',
  ])('hides none at “%s”', (id) => {
    const { near, far } = sortAnswers(graph, question(id), 'browser');
    expect(far).toEqual([]);
    expect(near).toEqual(question(id).answers);
  });

  it('needs no more for a code, a time, a look or a memory, whatever checks show it too', () => {
    const offered = Object.values(graph.questions).flatMap(({ answers }) => answers.map(({ symptom }) => symptom));
    const hidden = offered.filter((id) => {
      const symptom = lookup(graph.symptoms, id);
      return SEEN_BY_ALL.includes(symptom?.group) && symptom?.needs !== undefined;
    });
    expect([...new Set(hidden)]).toEqual([]);
  });

  it.each(['code-varies', 'name-recently-added', 'fails-at-rollout', 'server-restarted', 'db-connection-logged'])(
    'shows “%s” to everybody: the page, a mail or the host’s panel tells it',
    (id) => {
      expect(lookup(graph.symptoms, id)?.needs).toBeUndefined();
    },
  );

  it.each([
    ['direct-tls-fails', 'dashboard'],
    ['record-unresolvable', 'dashboard'],
    ['direct-ipv6-fails', 'laptop'],
    ['syn-unanswered', 'shell'],
  ] as const)('keeps “%s” for those with more: %s', (id, level) => {
    expect(lookup(graph.symptoms, id)?.needs).toBe(level);
  });
});
