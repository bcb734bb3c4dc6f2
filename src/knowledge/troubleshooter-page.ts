import { createHash } from 'node:crypto';
import type { Details, Graph } from '../domain/troubleshooter/graph.ts';
import { replay } from '../domain/troubleshooter/replay.ts';
import { EMPTY_WALK } from '../domain/troubleshooter/walk.ts';
import { toDetails, toGraph } from './graph.ts';
import { siteKnowledge } from './site.ts';

/** Data that the island fetches: its JSON, and an address that changes with the content. */
interface DataFile {
  readonly json: string;
  readonly path: string;
}

export interface Built {
  readonly graph: Graph;
  readonly details: Details;
  readonly files: { readonly graph: DataFile; readonly details: DataFile };
}

function dataFile(name: string, data: unknown): DataFile {
  const json = JSON.stringify(data);
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 10);
  return { json, path: `/data/${name}.${hash}.json` };
}

let cached: Built | undefined;

/** The troubleshooter's graph and the details of its checks, as objects and as files. */
export function builtGraph(): Built {
  if (cached !== undefined && import.meta.env.PROD) return cached;
  const knowledge = siteKnowledge();
  const graph = toGraph(knowledge);
  const details = toDetails(knowledge, graph);
  cached = {
    graph,
    details,
    files: { graph: dataFile('troubleshooter', graph), details: dataFile('details', details) },
  };
  return cached;
}

const ignore = (): void => undefined;

/** What the static page of a question or an end shows. */
export function troubleshooterPage(node: string, base: string) {
  const { graph, details, files } = builtGraph();
  const question = graph.questions[node];
  const end = graph.ends[node];
  const result = { ...replay(graph, EMPTY_WALK, node), current: node, atEnd: question === undefined };
  return {
    title: question?.ask ?? end?.title ?? node,
    text: question?.why ?? end?.text ?? '',
    file: `content/${question === undefined ? 'ends' : 'questions'}/${node}.yaml`,
    files,
    view: {
      graph,
      details,
      walk: EMPTY_WALK,
      result,
      base,
      live: false,
      access: 'shell' as const,
      onAnswer: ignore,
      onChange: ignore,
      onAccess: ignore,
    },
  };
}
