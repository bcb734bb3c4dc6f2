import { classOf } from './automaton.ts';
import { type CompiledPattern, type Groups, type Reader, tryPattern } from './compile.ts';
import { LINE_LIMIT } from './model.ts';

/** A pattern that matched. */
export interface Hit {
  readonly pattern: CompiledPattern;
  readonly groups: Groups;
  /** First line, from 1. */
  readonly line: number;
  /** The text that was matched against. */
  readonly text: string;
}

/** Told of every line on which patterns matched, and of lines that were read in pieces. */
export interface Listener {
  readonly hits: (hits: readonly Hit[]) => void;
  readonly longLine: (line: number) => void;
}

/** Matches of one pattern after which it rests: more of the same adds nothing. */
const MATCHES_MAX = 5_000;
/** Characters that an expression over several lines sees at most. */
const WINDOW = 2_000;
/** Characters between two reports of progress; a power of two. */
const BATCH = 131_072;
const NEWLINE = 10;

/** Carriage returns, and escape sequences that colour a terminal. */
const NOISE = /\r|\u001b\[[0-9;]{0,20}[A-Za-z]/g;

const clean = (text: string): string => (/[\r\u001b]/.test(text) ? text.replace(NOISE, '') : text);

/** The text of several lines from a place. */
function windowAt(text: string, start: number, end: number, lines: number): string {
  let stop = end;
  for (let more = lines - 1; more > 0 && stop < text.length && stop - start < WINDOW; more--) {
    const next = text.indexOf('\n', stop + 1);
    stop = next < 0 ? text.length : next;
  }
  return clean(text.slice(start, Math.min(stop, start + WINDOW)));
}

/**
 * Reads a text once, from beginning to end, and tells of every pattern that matches.
 * Work is proportional to the length of the text: each character is looked at once, and each pattern is tried at most once
 * on a line or piece of LINE_LIMIT characters.
 * @returns a generator that gives the characters read so far after each batch; stop asking to cancel
 */
export function* scan(text: string, reader: Reader, listener: Listener): Generator<number, void> {
  const { automaton, patterns } = reader;
  const { width, ascii, next, ends, owners } = automaton;
  const lastTried = new Int32Array(patterns.length).fill(-1);
  const matched = new Int32Array(patterns.length);
  let due: number[] = [];
  let state = 0;
  let line = 1;
  let start = 0;
  const endPiece = (end: number): void => {
    const found: Hit[] = [];
    const whole = clean(text.slice(start, end));
    for (const index of due) {
      const pattern = patterns[index];
      if (pattern === undefined || (matched[index] ?? 0) >= MATCHES_MAX) continue;
      const seen = pattern.span === undefined ? whole : windowAt(text, start, end, pattern.span);
      const groups = tryPattern(pattern, seen, reader.isEdge);
      if (groups === undefined) continue;
      matched[index] = (matched[index] ?? 0) + 1;
      found.push({ pattern, groups, line, text: seen });
    }
    due = [];
    if (found.length > 0) listener.hits(found);
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === NEWLINE || i - start >= LINE_LIMIT) {
      if (due.length > 0) endPiece(i);
      state = 0;
      if (unit === NEWLINE) line++;
      else listener.longLine(line);
      start = unit === NEWLINE ? i + 1 : i;
      if (unit === NEWLINE) continue;
    }
    state = next[state * width + (unit < 128 ? (ascii[unit] ?? 0) : classOf(automaton, unit))] ?? 0;
    if (ends[state] === 1) {
      for (const owner of owners[state] ?? []) {
        if (lastTried[owner] === start) continue;
        lastTried[owner] = start;
        due.push(owner);
      }
    }
    if ((i & (BATCH - 1)) === BATCH - 1) yield i + 1;
  }
  if (due.length > 0) endPiece(text.length);
  yield text.length;
}
