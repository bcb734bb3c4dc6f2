import { createHash } from 'node:crypto';
import type { Graph } from '../domain/troubleshooter/graph.ts';
import { replay } from '../domain/troubleshooter/replay.ts';
import { EMPTY_WALK } from '../domain/troubleshooter/walk.ts';
import { toGraph } from './graph.ts';
import { siteKnowledge } from './site.ts';

let cached: { graph: Graph; json: string; path: string } | undefined;

/** The graph, its JSON, and the address under which the island fetches it; the address changes with the content. */
export function builtGraph(): { graph: Graph; json: string; path: string } {
  if (cached !== undefined && import.meta.env.PROD) return cached;
  const graph = toGraph(siteKnowledge());
  const json = JSON.stringify(graph);
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 10);
  cached = { graph, json, path: `/data/troubleshooter.${hash}.json` };
  return cached;
}

const ignore = (): void => undefined;

/** What the static page of a question or an end shows. */
export function troubleshooterPage(node: string, base: string) {
  const { graph, path } = builtGraph();
  const question = graph.questions[node];
  const end = graph.ends[node];
  const result = { ...replay(graph, EMPTY_WALK, node), current: node, atEnd: question === undefined };
  return {
    title: question?.ask ?? end?.title ?? node,
    text: question?.why ?? end?.text ?? '',
    file: `content/${question === undefined ? 'ends' : 'questions'}/${node}.yaml`,
    graphPath: path,
    view: { graph, walk: EMPTY_WALK, result, base, live: false, access: 'shell' as const, onAnswer: ignore, onChange: ignore, onAccess: ignore },
  };
}
