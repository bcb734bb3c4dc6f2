import { withBase } from '../../domain/text/link.ts';
import type { Details, Graph } from '../../domain/troubleshooter/graph.ts';
import type { Replay } from '../../domain/troubleshooter/replay.ts';
import { encodeWalk, type AnswerValue, type Walk } from '../../domain/troubleshooter/walk.ts';
import type { Access } from '../../domain/vocabulary.ts';

/** What every view of the troubleshooter gets. */
export interface ViewProps {
  readonly graph: Graph;
  /** Texts of checks and causes; undefined until they are fetched. */
  readonly details: Details | undefined;
  readonly walk: Walk;
  readonly result: Replay;
  /** Base path of the site. */
  readonly base: string;
  /** False on the static page: plain links only, no buttons. */
  readonly live: boolean;
  readonly access: Access;
  readonly onAnswer: (question: string, value: AnswerValue) => void;
  readonly onChange: (question: string) => void;
  readonly onAccess: (access: Access) => void;
}

/** Address of a question or an end, with the answers so far. */
export function nodeUrl(base: string, node: string, walk: Walk): string {
  const query = encodeWalk(walk);
  return withBase(base, `/troubleshoot/${node}/${query === '' ? '' : `?${query}`}`);
}

/** Words for an answer, as the list of answers shows them. */
export function valueWords(graph: Graph, value: AnswerValue): string {
  if (value === 'none') return 'none of these';
  if (value === 'unsure') return 'could not check';
  return value.map((id) => graph.symptoms[id]?.label ?? id).join('; ');
}
