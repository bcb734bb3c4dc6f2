import { groupOf } from './platforms.ts';
import { type Graph, lookup } from './graph.ts';
import { MARK_KEYS, readable } from './walk.ts';

/** What the reader set beside the answers. It stands in the address too, and is evidence of nothing. */
export interface Marks {
  /** Platforms that repairs are shown for, at most one of each group. */
  readonly on: readonly string[];
  /** Causes whose repair was tried and did not help. */
  readonly tried: readonly string[];
}

export const NO_MARKS: Marks = { on: [], tried: [] };

/** The platforms that may stand together: known ones, the first of each group. */
function platforms(graph: Graph, ids: readonly string[]): string[] {
  const groups = new Set<string>();
  return ids.filter((id) => {
    const group = groupOf(graph, id);
    if (group === undefined || groups.has(group)) return false;
    groups.add(group);
    return true;
  });
}

/** Writes the marks as the end of a query string, without the sign that joins it. Empty for none. */
export function encodeMarks(marks: Marks): string {
  return MARK_KEYS.flatMap((key) => (marks[key].length === 0 ? [] : [`${key}=${marks[key].join(',')}`])).join('&');
}

/**
 * Reads the marks from a query string. Never throws; what the graph does not know is left out.
 * @returns `damaged` is true when something was left out
 */
export function decodeMarks(graph: Graph, query: string): { marks: Marks; damaged: boolean } {
  const params = new URLSearchParams(readable(query));
  const read = (key: (typeof MARK_KEYS)[number]): string[] => [
    ...new Set(
      params
        .getAll(key)
        .join(',')
        .split(',')
        .filter((id) => id !== ''),
    ),
  ];
  const [on, tried] = [read('on'), read('tried')];
  const marks = { on: platforms(graph, on), tried: tried.filter((id) => lookup(graph.causes, id) !== undefined) };
  return { marks, damaged: marks.on.length < on.length || marks.tried.length < tried.length };
}
