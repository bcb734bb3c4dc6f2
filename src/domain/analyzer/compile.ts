import { type Automaton, buildAutomaton } from './automaton.ts';
import type { Comparison, Pattern, PatternBook } from './pattern.ts';
import { holder } from './ranges.ts';

export interface CompiledPattern extends Pattern {
  readonly expression: RegExp;
}

/** A pattern book made ready to read with. */
export interface Reader {
  readonly book: PatternBook;
  readonly patterns: readonly CompiledPattern[];
  readonly automaton: Automaton;
  /** Tells whether an address is Cloudflare’s. */
  readonly isEdge: (address: string) => boolean;
}

/** What the groups of an expression held. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** Makes a pattern book ready to read with. Throws when an expression is none; the knowledge check sees to that. */
export function compile(book: PatternBook): Reader {
  const patterns = book.patterns.map((pattern) => ({ ...pattern, expression: new RegExp(pattern.match, 'i') }));
  return { book, patterns, automaton: buildAutomaton(patterns.map(({ needs }) => needs)), isEdge: holder(book.ranges) };
}

function holds({ group, least, over, under }: Comparison, groups: Groups): boolean {
  const number = (value: string | number | undefined): number =>
    typeof value === 'string' ? Number(groups[value]) : (value ?? NaN);
  const left = number(group);
  return (
    (least === undefined || left >= number(least)) &&
    (over === undefined || left > number(over)) &&
    (under === undefined || left < number(under))
  );
}

/**
 * Tries a pattern on the lines that begin with the one where its literal stands.
 * @returns what its groups held, or undefined when it does not match
 */
export function tryPattern(pattern: CompiledPattern, text: string, isEdge: Reader['isEdge']): Groups | undefined {
  const match = pattern.expression.exec(text);
  if (match === null) return undefined;
  const groups: Groups = match.groups ?? {};
  const { source, outsider = '' } = groups;
  if ((source !== undefined && !isEdge(source)) || isEdge(outsider)) return undefined;
  return (pattern.where ?? []).every((comparison) => holds(comparison, groups)) ? groups : undefined;
}
