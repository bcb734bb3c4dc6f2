import { editDistance, forgiven } from './distance.ts';
import type { SearchIndex } from './model.ts';
import { spokenNumber } from './spoken.ts';
import { allWords, cutText, MAX_QUERY, MAX_WORDS } from './words.ts';

/** A number in the query that is meant as an error code. */
export type CodeReading =
  | { readonly kind: 'page'; readonly code: string }
  /** No page of its own; the page of `of` explains it. */
  | { readonly kind: 'inside'; readonly code: string; readonly of: string }
  | { readonly kind: 'unknown'; readonly code: string; readonly nearest: readonly string[] };

/** A query as it was understood. */
export interface Query {
  /** What was typed, trimmed and cut to MAX_QUERY. */
  readonly text: string;
  /** True when the end was cut off. */
  readonly cut: boolean;
  /** True when the query is nothing but codes ("error 522", "cf 525"): they win before anything else. */
  readonly exact: boolean;
  readonly codes: readonly CodeReading[];
  /** What is left for the word search: all words without the codes and, when there are codes, without the words around them. */
  readonly words: string;
}

const SHORTEST_CODE = 3;

/** Words that stand around a code and say nothing more. */
const AROUND = new Set(
  'e error errors err http https status code codes statuscode cf cloudflare nr no number page response response s get got the a an i see what is and or mean means meaning does help'.split(
    ' ',
  ),
);
const OFTEN_MISSPELT = ['error', 'status', 'cloudflare', 'response'];

function around(word: string): boolean {
  return (
    AROUND.has(word) ||
    OFTEN_MISSPELT.some(
      (known) => !word.startsWith(known) && editDistance(word, known, forgiven(word)) <= forgiven(word),
    )
  );
}

/** Known numbers close to another: those that need the fewest edits, then the nearest value. At most three. */
export function nearestCodes(code: string, known: readonly string[]): string[] {
  const edits = (other: string): number => editDistance(code, other, Math.max(code.length, other.length));
  const apart = (other: string): number => Math.abs(Number(code.slice(0, other.length)) - Number(other));
  return [...known].sort((a, b) => edits(a) - edits(b) || apart(a) - apart(b)).slice(0, 3);
}

function numbersOf(index: SearchIndex): string[] {
  return [...index.codes, ...Object.keys(index.inside)];
}

/** The code on whose page a known number is explained. */
export function pageOf(code: string, index: SearchIndex): string {
  return index.inside[code] ?? code;
}

function readCode(code: string, index: SearchIndex): CodeReading {
  if (index.codes.includes(code)) return { kind: 'page', code };
  const of = Object.hasOwn(index.inside, code) ? index.inside[code] : undefined;
  if (of !== undefined) return { kind: 'inside', code, of };
  return { kind: 'unknown', code, nearest: nearestCodes(code, numbersOf(index)) };
}

/** "error522", "cf525" and "http1016" are two words. "http2" and "php8" are not. */
function splitGlued(word: string): string[] {
  const glued = /^([a-z]+)(\d{3,5})$/.exec(word);
  return glued?.[1] !== undefined && glued[2] !== undefined && around(glued[1]) ? [glued[1], glued[2]] : [word];
}

/** "5 2 2" and "52 2": digits that were typed apart, when together they are a known number. */
function joinDigits(numbers: readonly string[], index: SearchIndex): readonly string[] {
  const joined = numbers.join('');
  const known = index.codes.includes(joined) || Object.hasOwn(index.inside, joined);
  return known && numbers.every((number) => number.length < 3) ? [joined] : numbers;
}

/** "HTTP/1.1 522" and "HTTP/2 522": the version of the protocol is no code. */
function withoutProtocol(text: string): string {
  return text.replace(/\bhttps?\/\d(?:\.\d)?(?=\s)/gi, ' http ');
}

/** Known numbers that a beginning such as "52", "52x" or "1xxx" stands for; none for anything else. */
function family(words: readonly string[], index: SearchIndex): string[] {
  const start = words.length === 1 ? /^(\d{1,2})x{0,3}$/.exec(words[0] ?? '')?.[1] : undefined;
  return start === undefined ? [] : numbersOf(index).filter((code) => code.startsWith(start));
}

/** Numbers that are no known code. They may still stand in the text of an entry. */
function unknownIn(codes: readonly CodeReading[]): string[] {
  return codes.filter((reading) => reading.kind === 'unknown').map((reading) => reading.code);
}

/**
 * Reads what was typed: which codes are meant, and which words are left. Total: any string gives a reading.
 * @param input the text as typed or as it came in the address
 */
export function readQuery(input: string, index: SearchIndex): Query {
  const cutAt = cutText(input, MAX_QUERY);
  const text = cutAt.trim();
  const cut = cutAt.length < input.length;
  const typed = allWords(withoutProtocol(text)).flatMap(splitGlued).slice(0, MAX_WORDS);
  const said = spokenNumber(typed.filter((word) => !around(word)));
  const words = said !== undefined && numbersOf(index).includes(said) ? [said] : typed;
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const rest = words.filter((word) => !/^\d+$/.test(word) && !around(word));
  const onlyNumbers = rest.length === 0 ? joinDigits(numbers, index) : [];
  // "HTTP/2" and "TLS 1.3" are words: a code has three digits at least.
  const likeCodes = onlyNumbers.filter((number) => number.length >= SHORTEST_CODE);
  const started = family([...onlyNumbers, ...rest], index);
  const meant = started.length > 0 ? started : likeCodes;
  if (meant.length > 0) {
    const codes = [...new Set(meant)].map((code) => readCode(code, index));
    return { text, cut, exact: true, codes, words: unknownIn(codes).join(' ') };
  }
  const codes = [...new Set(numbers)]
    .map((code) => readCode(code, index))
    .filter((reading) => reading.kind !== 'unknown');
  const coded = new Set(codes.map((reading) => reading.code));
  const left = words.filter((word) => !coded.has(word) && (codes.length === 0 || !around(word)));
  return { text, cut, exact: false, codes, words: left.join(' ') };
}
