import type { Details, Graph } from '../../domain/troubleshooter/graph.ts';
import type { Marks } from '../../domain/troubleshooter/marks.ts';
import type { Repair } from '../../domain/troubleshooter/repair.ts';
import type { Replay } from '../../domain/troubleshooter/replay.ts';
import type { Answer, AnswerValue, Walk } from '../../domain/troubleshooter/walk.ts';
import type { Access } from '../../domain/vocabulary.ts';
import type { Help } from './load.ts';

/** What every view of the troubleshooter gets. */
export interface ViewProps {
  readonly graph: Graph;
  /** Texts of checks and causes; undefined until they are fetched. */
  readonly details: Details | undefined;
  readonly walk: Walk;
  readonly marks: Marks;
  readonly result: Replay;
  /** Base path of the site. */
  readonly base: string;
  readonly access: Access;
  /** Words to ask for help with, and the report; undefined until they are loaded. */
  readonly help: Help | 'failed' | undefined;
  /** Undefined on the static page: plain links only, no buttons. */
  readonly live: Live | undefined;
}

/** What the reader types into the report, as typed. Kept in memory only. */
export interface Typed {
  readonly hostname: string;
  readonly rayId: string;
  /** Local time, as the field holds it; may be empty. */
  readonly first: string;
  readonly last: string;
}

export const NOTHING_TYPED: Typed = { hostname: '', rayId: '', first: '', last: '' };

/** What exists only where scripts run. */
export interface Live {
  /** The answer that the reader came back to change. */
  readonly was: Answer | undefined;
  readonly typed: Typed;
  /** Repairs by cause; one that is missing was not asked for or is under way. */
  readonly repairs: Readonly<Record<string, Repair | 'failed'>>;
  readonly onAnswer: (question: string, value: AnswerValue) => void;
  readonly onChange: (question: string) => void;
  readonly onAccess: (access: Access) => void;
  readonly onPlatforms: (on: readonly string[]) => void;
  /** The repair of this cause did not help. */
  readonly onTried: (cause: string) => void;
  /** After the repair another code appeared: the walk that goes on there, and what to tell. */
  readonly onCarry: (next: Walk, note: string) => void;
  readonly onRestart: () => void;
  readonly onTyped: (typed: Partial<Typed>) => void;
  /** Asks for the repair of a cause. */
  readonly onNeed: (cause: string) => void;
}

/** Words for an answer, as the list of answers shows them. */
export function valueWords(graph: Graph, value: AnswerValue): string {
  if (value === 'none') return 'none of these';
  if (value === 'unsure') return 'could not check';
  return value.map((id) => graph.symptoms[id]?.label ?? id).join('; ');
}

/** True for a click that an ordinary link would follow in the same window. */
export function plainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}
