import { type MatchedWord, matchWords } from './match.ts';
import type { ResultKind, SearchEntry } from './model.ts';
import type { PreparedIndex } from './prepare.ts';
import { pageOf, type Query, readQuery } from './query.ts';
import { type Hit, rankEntries } from './rank.ts';
import { NO_TEXT, type TextWords } from './text.ts';
import { EVERYDAY } from './words.ts';

/** Most results that are listed for a code alone, its page included. */
const MOST_OF_CODE = 9;
/** Part of the query that the best result must show; below it the result may be chance: the text is asked, and other ways are offered. */
const SURE = 0.7;
/** Words of at least this rarity are looked up in the text: others stand on every second page. */
const RARE = 3;
/** Most words that are looked up in the text, the rarest; each may cost a file. */
const MOST_ASKED = 6;
/** Part of the words beside a code that an entry must show to stand before the page of the code. */
const SHOWN = 0.9;
/** The same for what belongs to no code, in a question of how. */
const SHOWN_HOW = 0.4;
/** How to do something about a code, not what it is. */
const HOW =
  /\b(?:how(?! (?:long|many|much|come)\b)|should|may i|can i|safe to|instead of|retry|retries|repeat|again)\b/i;
/** Whose site it is: visitors have none, and no customers. */
const OWN =
  /\b(?:my|our) (?:[\w-]+ ){0,2}(?:web ?)?(?:sites?|shops?|stores?|blog|homepage|server|domain)\b|\b(?:customers|clients|visitors)\b/i;
/** How much better than the next an entry must be to stand before the page of a code that the query names. */
const CLEARLY = 1.2;
/** Kinds that may stand before the page of a code. */
const SPEAKERS: ReadonlySet<ResultKind> = new Set(['cause', 'guide', 'page', 'dispute']);
/** Score from which words beside a code mean something of their own. */
const SPEAKING = 1.5;

/** What the search answers. */
export interface Answer {
  readonly query: Query;
  /** All results, the best first. */
  readonly hits: readonly Hit[];
  /** The query with its misspellings mended; undefined when there were none. */
  readonly corrected: string | undefined;
  /** False when no result is certain to be meant. */
  readonly sure: boolean;
  /** True when the built-in index alone is sure, so that the text need not be asked. */
  readonly known: boolean;
  /** Words to look up in the text for a better answer. */
  readonly asks: readonly string[];
}

const certain = (entry: SearchEntry): Hit => ({ entry, score: Infinity, shown: 1, whole: true, textWord: undefined });

function ofCodes({ index }: PreparedIndex, codes: readonly string[]): { pages: Hit[]; causes: Hit[] } {
  const lists = codes.map((code) => (index.byCode[code] ?? []).flatMap((at) => index.entries[at] ?? []));
  const room = Math.max(1, Math.floor(MOST_OF_CODE / codes.length));
  return {
    pages: lists.flatMap((list) => list.slice(0, 1)).map(certain),
    causes: lists.flatMap((list) => list.slice(1, room)).map(certain),
  };
}

/** The first of several hits on one entry. */
function once(hits: readonly Hit[]): Hit[] {
  const seen = new Set<SearchEntry>();
  return hits.filter(({ entry }) => !seen.has(entry) && seen.add(entry));
}

/**
 * The words beside a code may mean one thing clearly ("docker 522"): then it stands before the page of the code. A guide that
 * belongs to no code does so only for a question of how ("how often to retry a 503"), an overview only for a word that few pages have
 * ("axios 522").
 */
function speaking(
  ranked: readonly Hit[],
  codes: readonly string[],
  text: string,
  words: readonly MatchedWord[],
): Hit[] {
  // "First 522, then 521": what is said of the codes is nothing to look for.
  if (words.every(({ surface }) => EVERYDAY.has(surface))) return [];
  const how = HOW.test(text);
  const names = words.some(({ rarity }) => rarity >= RARE);
  const [best, next] = ranked.filter(
    ({ entry }) =>
      entry.kind !== 'error' && (entry.codes.length === 0 || codes.every((code) => entry.codes.includes(code))),
  );
  if (best === undefined || !SPEAKERS.has(best.entry.kind)) return [];
  // "Error 521 Web server is down": the words are the page's own, copied with its number.
  const own = ranked.find(({ entry }) => entry.kind === 'error' && codes.some((code) => entry.codes.includes(code)));
  if (own !== undefined && own.shown >= best.shown) return [];
  // Several codes are compared by their pages; only what to do about them stands before these.
  if (codes.length > 1 && !how) return [];
  const may = best.entry.codes.length > 0 || how || (names && best.entry.kind !== 'guide');
  if (!may) return [];
  const asked = how && best.entry.codes.length === 0 && best.shown > SHOWN_HOW;
  const clear = best.shown > SHOWN && best.score > Math.max(SPEAKING, CLEARLY * (next?.score ?? 0));
  return asked || clear ? [best] : [];
}

/** Words that the text can tell something about, the rarest first. */
function asksOf(words: readonly MatchedWord[]): string[] {
  const rare = words.filter(({ rarity }) => rarity >= RARE).sort((a, b) => b.rarity - a.rarity);
  return [...new Set(rare.map(({ surface }) => surface))].slice(0, MOST_ASKED);
}

/**
 * Answers a query. Total: any string gives an answer, in time linear in its length, because only the first MAX_QUERY
 * characters are read.
 * @param asTyped true when the reader insists on the spelling
 * @param inText what the full text says of the words, as far as it was asked. Where the built-in index is sure, its order holds, and
 * what only the text finds comes after it; else both decide together
 */
export function search(prepared: PreparedIndex, input: string, asTyped = false, inText: TextWords = NO_TEXT): Answer {
  const { index } = prepared;
  const query = readQuery(input, index);
  const codes = [
    ...new Set(query.codes.flatMap((reading) => (reading.kind === 'unknown' ? [] : pageOf(reading.code, index)))),
  ];
  const near = query.codes.flatMap((reading) => (reading.kind === 'unknown' ? reading.nearest : []));
  const { words, mended } = matchWords(query.words, prepared, asTyped);
  const about = { codes, own: OWN.test(query.text) };
  const own = rankEntries(prepared, words, NO_TEXT, about);
  const { pages, causes } = ofCodes(prepared, codes);
  const known = pages.length > 0 || (own[0]?.shown ?? 0) >= SURE;
  const joint = inText.size > 0 ? rankEntries(prepared, words, inText, about) : own;
  const ranked = known ? once([...own, ...joint]) : joint;
  const listed = query.exact
    ? [
        ...pages,
        ...causes,
        ...ranked,
        ...ofCodes(
          prepared,
          near.map((code) => pageOf(code, index)),
        ).pages,
      ]
    : [...(pages.length > 0 ? speaking(ranked, codes, query.words, words) : []), ...pages, ...ranked];
  const corrected =
    mended === undefined ? undefined : [...query.codes.map((reading) => reading.code), mended].join(' ');
  // An unknown number may stand in some page's text and still be no code.
  const sure = known || (inText.size > 0 && near.length === 0 && ranked[0]?.whole === true);
  return { query, hits: once(listed), corrected, sure, known, asks: asksOf(words) };
}

/** The page that a query stands for without doubt: one code, and nothing else. */
export function directPage({ query, hits }: Answer): string | undefined {
  const [only, ...more] = query.codes;
  return query.exact && only !== undefined && only.kind !== 'unknown' && more.length === 0
    ? hits[0]?.entry.href
    : undefined;
}
