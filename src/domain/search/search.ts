import { matchWords, type MatchedWord } from './match.ts';
import type { SearchEntry } from './model.ts';
import type { PreparedIndex } from './prepare.ts';
import { pageOf, type Query, readQuery } from './query.ts';
import { rankEntries } from './rank.ts';
import { allWords } from './words.ts';

/** Most results of the built-in index that are shown. */
const MOST = 12;
/** Most entries that are listed for a code alone, its page included. */
const MOST_OF_CODE = 9;

/** What the built-in index answers. */
export interface Answer {
  readonly query: Query;
  readonly hits: readonly SearchEntry[];
  /** The query with its misspellings mended; undefined when there were none. */
  readonly corrected: string | undefined;
  /** What to ask the full text for; empty when it would only mislead. */
  readonly fullText: string;
}

function ofCodes(prepared: PreparedIndex, codes: readonly string[]): SearchEntry[] {
  const { entries, byCode } = prepared.index;
  const lists = codes.map((code) => (byCode[code] ?? []).flatMap((at) => entries[at] ?? []));
  const pages = lists.flatMap((list) => list.slice(0, 1));
  const room = Math.max(1, Math.floor(MOST_OF_CODE / codes.length));
  return [...pages, ...lists.flatMap((list) => list.slice(1, room))];
}

function mended(words: readonly MatchedWord[], query: Query): string | undefined {
  const readAs = new Map(words.flatMap((word) => (word.readAs === undefined ? [] : [[word.typed, word.readAs]])));
  if (readAs.size === 0) return undefined;
  return allWords(query.text)
    .map((word) => readAs.get(word) ?? word)
    .join(' ');
}

/** For the full text: numbers that are no code would find pages about other numbers, and pages about all codes help nobody. */
function fullTextOf(query: Query, corrected: string | undefined): string {
  if (!query.exact) return corrected ?? query.text;
  const [only, ...more] = query.codes;
  return only === undefined || only.kind === 'unknown' || more.length > 0 ? '' : only.code;
}

/**
 * Answers a query from the built-in index. Total: any string gives an answer, in time linear in its length, because only
 * the first MAX_QUERY characters are read.
 */
export function search(prepared: PreparedIndex, input: string): Answer {
  const query = readQuery(input, prepared.index);
  const codes = [
    ...new Set(
      query.codes.flatMap((reading) => (reading.kind === 'unknown' ? [] : pageOf(reading.code, prepared.index))),
    ),
  ];
  const words = matchWords(query.words, prepared);
  const ranked = rankEntries(prepared, words, codes);
  const first = ofCodes(prepared, codes).slice(0, query.exact ? undefined : codes.length);
  const corrected = mended(words, query);
  return {
    query,
    hits: [...new Set([...first, ...ranked])].slice(0, MOST),
    corrected,
    fullText: fullTextOf(query, corrected),
  };
}

/** The page that a query stands for without doubt: one code, and nothing else. */
export function directPage(answer: Answer): string | undefined {
  const [only, ...more] = answer.query.codes;
  const first = answer.hits[0];
  return answer.query.exact && only !== undefined && only.kind !== 'unknown' && more.length === 0
    ? first?.href
    : undefined;
}
