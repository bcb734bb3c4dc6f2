import { withCode } from '../../domain/troubleshooter/codes.ts';
import type { Graph } from '../../domain/troubleshooter/graph.ts';
import { decodeMarks, type Marks } from '../../domain/troubleshooter/marks.ts';
import { type Answer, decodeWalk, type Walk } from '../../domain/troubleshooter/walk.ts';
import { ACCESS_LEVELS, type Access } from '../../domain/vocabulary.ts';

/** Where the reader stands, as the address and the history tell it. */
export interface Place {
  readonly walk: Walk;
  readonly marks: Marks;
  /** Node that the address names. */
  readonly at: string | undefined;
  readonly damaged: boolean;
  /** The answer that the reader came back to change. */
  readonly was?: Answer | undefined;
  /** What to tell on arrival. */
  readonly note?: string | undefined;
}

/** The answer to be changed, out of what the history holds; whatever else is there is passed over. */
function changed(state: unknown): Answer | undefined {
  const { was } = (typeof state === 'object' && state !== null ? state : {}) as { was?: Partial<Answer> | null };
  const { question, value } = was ?? {};
  if (typeof question !== 'string' || value === undefined) return undefined;
  const known = value === 'none' || value === 'unsure' || Array.isArray(value);
  return known ? { question, value } : undefined;
}

export function readPlace(graph: Graph): Place {
  const { walk, damaged } = decodeWalk(location.search);
  const { marks, damaged: unknown } = decodeMarks(graph, location.search);
  const at = /\/troubleshoot\/([a-z0-9-]+)\/?$/.exec(location.pathname)?.[1];
  return { walk: withCode(graph, walk), marks, at, damaged: damaged || unknown, was: changed(history.state) };
}

const ACCESS_KEY = 'access';

export function storedAccess(): Access {
  try {
    const stored = sessionStorage.getItem(ACCESS_KEY);
    return ACCESS_LEVELS.find((level) => level === stored) ?? 'shell';
  } catch {
    return 'shell';
  }
}

export function storeAccess(access: Access): void {
  try {
    sessionStorage.setItem(ACCESS_KEY, access);
  } catch {
    // Storage is blocked: the choice holds until the page is left.
  }
}
