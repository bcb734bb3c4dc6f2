import { contentWords, stem } from './words.ts';

/**
 * What the full text says of single words: for each word, the pages (paths without base and anchor) whose text holds it, and how
 * much each is about it, up to 1 for the one that is most. A word that was looked up and stands nowhere has no pages.
 */
export type TextWords = ReadonlyMap<string, ReadonlyMap<string, number>>;

export const NO_TEXT: TextWords = new Map();

/** The words of all pages, as they are fetched: plain data. */
export interface PackedWords {
  /** Paths, without base. */
  readonly pages: readonly string[];
  /**
   * A line for each stem: the stem, a space, and for each page that holds it the distance from the page before in base 36 with
   * how much the page is about it behind that, from A to I.
   */
  readonly words: string;
}

/** Okapi BM25: how soon more of a word stops to count, and how much the length of a page does. */
const SATURATION = 1.2;
const BY_LENGTH = 0.6;
/** Words on more pages than this part of all tell none of them from the others. */
const MOST_PAGES = 0.3;
/** Pages that are less about a word than this do not list it. */
const LEAST = 0.5;
/** Steps in which it is kept how much a page is about a word. */
const STEPS = 4;
const LONGEST_STEM = 24;
const A = 64;

function countStems(text: string, same: Readonly<Record<string, string>>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of contentWords(text, same)) counts.set(word.stem, (counts.get(word.stem) ?? 0) + 1);
  return counts;
}

/**
 * Packs the words of pages for readWords.
 * @param texts the text of each page by its path
 * @param same words that mean the same, as in the built-in index
 */
export function packWords(texts: ReadonlyMap<string, string>, same: Readonly<Record<string, string>>): PackedWords {
  const pages = [...texts.keys()].sort();
  const counted = pages.map((path) => countStems(texts.get(path) ?? '', same));
  const lengths = counted.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0));
  const usual = lengths.reduce((sum, length) => sum + length, 0) / pages.length;
  const about = (count: number, at: number): number => {
    const slowed = SATURATION * (1 - BY_LENGTH + (BY_LENGTH * (lengths[at] ?? 0)) / usual);
    return (count * (SATURATION + 1)) / (count + slowed);
  };
  const stems = [...new Set(counted.flatMap((counts) => [...counts.keys()]))]
    .filter((one) => one.length > 1 && one.length <= LONGEST_STEM)
    .sort();
  const lines = stems.flatMap((one) => {
    const holders = counted.flatMap((counts, at) => (counts.has(one) ? [[at, about(counts.get(one) ?? 0, at)]] : []));
    const telling = holders.filter(([, much = 0]) => much > LEAST);
    if (telling.length === 0 || holders.length > MOST_PAGES * pages.length) return [];
    const listed = telling.map(([at = 0, much = 0], place) => {
      const apart = at - (telling[place - 1]?.[0] ?? 0);
      return apart.toString(36) + String.fromCharCode(A + Math.max(1, Math.round(much * STEPS)));
    });
    return [`${one} ${listed.join('')}`];
  });
  return { pages, words: lines.join('\n') };
}

/**
 * Reads what packWords made.
 * @returns the pages that hold a word, as TextWords has them
 * @throws when it is something else
 */
export function readWords({ pages, words }: PackedWords): (word: string) => ReadonlyMap<string, number> {
  const lines = new Map(
    words.split('\n').map((line) => {
      const [one = '', listed = ''] = line.split(' ');
      return [one, listed];
    }),
  );
  return (word) => {
    let at = 0;
    const found = [...(lines.get(stem(word)) ?? '').matchAll(/([\da-z]+)([A-I])/g)].map(
      ([, apart = '', much = '']): [string, number] => {
        at += Number.parseInt(apart, 36);
        return [pages[at] ?? '', much.charCodeAt(0) - A];
      },
    );
    const most = Math.max(...found.map(([, much]) => much));
    return new Map(found.map(([path, much]) => [path, much / most]));
  };
}
