import { createHash } from 'node:crypto';
import type { Details, Graph } from '../domain/troubleshooter/graph.ts';
import { replay } from '../domain/troubleshooter/replay.ts';
import { NO_MARKS } from '../domain/troubleshooter/marks.ts';
import { EMPTY_WALK } from '../domain/troubleshooter/walk.ts';
import { toDetails } from './details.ts';
import { toGraph } from './graph.ts';
import { toRepair } from './repair.ts';
import type { Knowledge } from './model.ts';
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
  /** The repair of each cause, a file of its own. */
  readonly repairs: readonly DataFile[];
  /** Address of a repair's file, with {cause} where the cause's id goes. */
  readonly repairPath: string;
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

function dataFile(name: string, data: unknown): DataFile {
  const json = JSON.stringify(data);
  return { json, path: `/data/${name}.${fingerprint(json)}.json` };
}

/** One fingerprint for all repairs: an address then follows from a cause's id. */
function repairFiles(knowledge: Knowledge): Pick<Built, 'repairs' | 'repairPath'> {
  const files = [...knowledge.causes].map(([id, cause]) => ({ id, json: JSON.stringify(toRepair(cause, knowledge)) }));
  const repairPath = `/data/repair.{cause}.${fingerprint(files.map(({ json }) => json).join())}.json`;
  return { repairPath, repairs: files.map(({ id, json }) => ({ json, path: repairPath.replace('{cause}', id) })) };
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
    ...repairFiles(knowledge),
  };
  return cached;
}

/** What the static page of a question or an end shows. */
export function troubleshooterPage(node: string, base: string) {
  const { graph, details, files, repairPath } = builtGraph();
  const question = graph.questions[node];
  const end = graph.ends[node];
  const result = { ...replay(graph, EMPTY_WALK, node), current: node, atEnd: question === undefined };
  return {
    title: question?.ask ?? end?.title ?? node,
    text: question?.why ?? end?.text ?? '',
    file: `content/${question === undefined ? 'ends' : 'questions'}/${node}.yaml`,
    files: { ...files, repairPath },
    view: {
      graph,
      details,
      walk: EMPTY_WALK,
      result,
      base,
      marks: NO_MARKS,
      live: undefined,
      access: 'shell' as const,
    },
  };
}
