import type { Details, Graph } from '../../domain/troubleshooter/graph.ts';
import type { Replay } from '../../domain/troubleshooter/replay.ts';
import type { AnswerValue, Walk } from '../../domain/troubleshooter/walk.ts';
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

/** Words for an answer, as the list of answers shows them. */
export function valueWords(graph: Graph, value: AnswerValue): string {
  if (value === 'none') return 'none of these';
  if (value === 'unsure') return 'could not check';
  return value.map((id) => graph.symptoms[id]?.label ?? id).join('; ');
}
