import type { MatchedWord } from './match.ts';
import { audienceLetters, type ResultKind, type SearchEntry } from './model.ts';
import type { PreparedEntry, PreparedIndex } from './prepare.ts';
import type { TextWords } from './text.ts';

/** What a hit of each kind is worth: the page of a code answers more people than a checked claim. */
const KIND_WEIGHT: Readonly<Record<ResultKind, number>> = {
  error: 1.05,
  cause: 1,
  guide: 1,
  tool: 1,
  page: 1,
  question: 0.7,
  dispute: 0.75,
  check: 0.5,
};

/** How much a word counts that stands only in the text of a page, where the page is about it more than any other. */
const IN_TEXT = 0.8;
/** Part of that which is added where the entry shows the word as well. */
const BESIDES = 0.5;
/** Part of the query, by rarity, that an entry must hold at least. */
const LEAST_COVERAGE = 0.3;
/** The same where the words of the pages are known. */
const LEAST_WITH_TEXT = 0.2;
/** How much a likeness to a name counts beside the single words. */
const NAME_SHARE = 4;
/** A name inside a longer text: a sentence copied from an error page. Names of fewer words would be found by chance. */
const WORDS_TO_CONTAIN = 3;
const CONTAINED = 0.9;
/** Entries of a code that the query names are preferred. */
const OF_CODE = 1.5;
/** What is written for visitors alone, when the site is the reader's own. */
const NOT_OWN = 0.5;
const VISITORS = audienceLetters(['visitor']);

/** What a query tells beside its words. */
export interface About {
  /** Codes that it names. */
  readonly codes: readonly string[];
  /** The site is the reader's own. */
  readonly own: boolean;
}

/** An entry that answers the query. */
export interface Hit {
  readonly entry: SearchEntry;
  readonly score: number;
  /** Part of the query, by rarity, that stands in what the entry shows and is called, not only in its text. */
  readonly shown: number;
  /** True when the entry and the text of its page hold every word of the query. */
  readonly whole: boolean;
  /** The rarest word of the query that only the text of the page holds. */
  readonly textWord: string | undefined;
}

function fit(stem: string, words: readonly MatchedWord[]): number {
  return Math.max(0, ...words.map((word) => word.stems.get(stem) ?? 0));
}

/** Likeness of the query and a name, 0 to 1: the share of what the two have in common, by rarity. */
function likeness(name: readonly string[], words: readonly MatchedWord[], prepared: PreparedIndex): number {
  const weigh = (stem: string): number => prepared.rarity.get(stem) ?? 0;
  const asked = words.reduce((sum, word) => sum + word.rarity, 0);
  const whole = name.reduce((sum, stem) => sum + weigh(stem), 0);
  const shared = name.reduce((sum, stem) => sum + weigh(stem) * fit(stem, words), 0);
  if (whole === 0 || asked === 0) return 0;
  const alike = (2 * shared) / (asked + whole);
  const contained = name.length >= WORDS_TO_CONTAIN ? CONTAINED * (shared / whole) ** 4 : 0;
  return Math.min(1, Math.max(alike, contained));
}

/** The word's rarity; that of a word which only the text knows is counted there. */
function weightOf(word: MatchedWord, prepared: PreparedIndex, inText: TextWords): number {
  const pages = inText.get(word.surface)?.size ?? 0;
  return word.stems.size > 0 || pages === 0 ? word.rarity : Math.log(1 + prepared.entries.length / pages);
}

function rate(
  prepared: PreparedIndex,
  { entry, stems, names }: PreparedEntry,
  words: readonly MatchedWord[],
  inText: TextWords,
  { codes, own }: About,
): Hit {
  let [asked, held, shown, weighed, missing, told] = [0, 0, 0, 0, 0, 0];
  let textWord: string | undefined;
  for (const word of words) {
    const rarity = weightOf(word, prepared, inText);
    asked += rarity;
    let best = 0;
    for (const [stem, quality] of word.stems) best = Math.max(best, quality * (stems.get(stem) ?? 0));
    const text = IN_TEXT * (inText.get(word.surface)?.get(entry.href) ?? 0);
    if (best > 0) shown += rarity;
    else if (text === 0) missing += 1;
    else if (rarity > told) [told, textWord] = [rarity, word.surface];
    held += best > 0 ? rarity : text * rarity;
    weighed += (best > 0 ? best + BESIDES * text : text) * rarity;
  }
  const least = inText.size > 0 ? LEAST_WITH_TEXT : LEAST_COVERAGE;
  if (asked === 0 || held / asked < least) return { entry, score: 0, shown: 0, whole: false, textWord };
  const name = Math.max(...names.map((one) => likeness(one, words, prepared)));
  const ofCode = codes.some((code) => entry.codes.includes(code)) ? OF_CODE : 1;
  const points = (weighed / asked) * (held / asked) + NAME_SHARE * name ** 2;
  const forReader = own && entry.for === VISITORS ? NOT_OWN : 1;
  const score = points * KIND_WEIGHT[entry.kind] * entry.weight * ofCode * forReader;
  return { entry, score, shown: shown / asked, whole: missing === 0, textWord };
}

/**
 * Entries that answer the words, the best first.
 * @param inText what the full text says of the words, as far as it was asked
 * @param about what the query tells beside its words
 */
export function rankEntries(
  prepared: PreparedIndex,
  words: readonly MatchedWord[],
  inText: TextWords,
  about: About,
): Hit[] {
  return prepared.entries
    .map((candidate) => rate(prepared, candidate, words, inText, about))
    .filter((hit) => hit.score > 0)
    .sort((a, b) => b.score - a.score);
}
