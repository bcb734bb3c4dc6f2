import { type Part, PARTS, type Wanted } from './set.ts';

/** What the search page showed for a query: paths of the results' pages, in order, without base and anchor. */
export interface Shown extends Wanted {
  readonly found: readonly string[];
}

export interface Figures {
  readonly queries: number;
  /** Mean reciprocal rank of the first right page among the first five; 0 where it is not among them. */
  readonly mrr: number;
  /** Shares of the queries, 0 to 1. */
  readonly first: number;
  readonly empty: number;
}

const DEPTH = 5;

/** Place of the first right page, from 1; undefined when it is not among the first five. */
function place({ found, right }: Shown): number | undefined {
  const at = found.slice(0, DEPTH).findIndex((path) => right.includes(path));
  return at < 0 ? undefined : at + 1;
}

export function figures(shown: readonly Shown[]): Figures {
  const share = (test: (one: Shown) => boolean): number => shown.filter(test).length / shown.length;
  return {
    queries: shown.length,
    mrr: shown.reduce((sum, one) => sum + 1 / (place(one) ?? Infinity), 0) / shown.length,
    first: share((one) => place(one) === 1),
    empty: share((one) => one.found.length === 0),
  };
}

function row(name: string, part: Part, of: Figures): string {
  const percent = (value: number): string => `${(100 * value).toFixed(1)} %`.padStart(8);
  return `${name.padEnd(20)} ${part.padEnd(12)} ${String(of.queries).padStart(4)} ${of.mrr.toFixed(3).padStart(6)} ${percent(of.first)} ${percent(of.empty)}`;
}

/** A table of the figures by part and kind. */
export function table(shown: readonly Shown[]): string {
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  const rows = PARTS.flatMap((part) => {
    const own = shown.filter((one) => one.part === part);
    return [
      ...kinds
        .filter((kind) => own.some((one) => one.kind === kind))
        .map((kind) => row(kind, part, figures(own.filter((one) => one.kind === kind)))),
      row('ALL', part, figures(own)),
    ];
  });
  return ['kind                 part            n  MRR@5    first    empty', ...rows].join('\n');
}

/** Parts that ranking is tuned on. */
const TUNED: readonly Part[] = ['tune', 'reported', 'threads'];

/** The queries of the tuned parts whose first result is wrong, one line each. The others are never listed. */
export function misses(shown: readonly Shown[]): string {
  const lines = shown
    .filter((one) => TUNED.includes(one.part) && place(one) !== 1)
    .map(
      (one) => `${one.kind}: “${one.query}” wants ${one.right.join(' ')}, got ${one.found.slice(0, DEPTH).join(' ')}`,
    );
  return lines.join('\n');
}
