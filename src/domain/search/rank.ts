import type { MatchedWord } from './match.ts';
import type { ResultKind, SearchEntry } from './model.ts';
import type { PreparedEntry, PreparedIndex } from './prepare.ts';
import type { Section } from './prepare-text.ts';

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

/** How much a word counts that stands only in the text of the page. */
const IN_TEXT = 0.4;
/** Part of the query, by rarity, that an entry must hold at least. */
const LEAST_COVERAGE = 0.3;
/** How much a likeness to a name counts beside the single words. */
const NAME_SHARE = 4;
/** A name inside a longer text: a sentence copied from an error page. Names of fewer words would be found by chance. */
const WORDS_TO_CONTAIN = 3;
const CONTAINED = 0.9;
/** Entries of a code that the query names are preferred. */
const OF_CODE = 1.5;
/** Part of the query that a section must hold to be linked to. */
const SECTION_COVERAGE = 0.6;

/** An entry that answers the query. */
export interface Hit {
  readonly entry: SearchEntry;
  readonly score: number;
  /** Part of the query, by rarity, that stands in what the entry shows and is called, not only in its text. */
  readonly shown: number;
  /** The section of the page that holds most of the query. */
  readonly section: Section | undefined;
}

/** For each stem that the query may mean, how well it fits. */
function fitsOf(words: readonly MatchedWord[]): ReadonlyMap<string, number> {
  const fits = new Map<string, number>();
  for (const { stems } of words)
    for (const [stem, quality] of stems) fits.set(stem, Math.max(fits.get(stem) ?? 0, quality));
  return fits;
}

/** Likeness of the query and a name, 0 to 1: the share of what the two have in common, by rarity. */
function likeness(
  name: readonly string[],
  fits: ReadonlyMap<string, number>,
  asked: number,
  prepared: PreparedIndex,
): number {
  if (!name.some((stem) => fits.has(stem))) return 0;
  const weigh = (stem: string): number => prepared.rarity.get(stem) ?? 0;
  const whole = name.reduce((sum, stem) => sum + weigh(stem), 0);
  const shared = name.reduce((sum, stem) => sum + weigh(stem) * (fits.get(stem) ?? 0), 0);
  if (whole === 0 || asked === 0) return 0;
  const alike = (2 * shared) / (asked + whole);
  const contained = name.length >= WORDS_TO_CONTAIN ? CONTAINED * (shared / whole) ** 4 : 0;
  return Math.min(1, Math.max(alike, contained));
}

/** Places of the text that hold a word → how well it fits there. */
function placesOf(word: MatchedWord, prepared: PreparedIndex): Map<number, number> {
  const found = new Map<number, number>();
  for (const [stem, quality] of word.stems) {
    for (const place of prepared.text?.words.get(stem)?.places ?? [])
      found.set(place, Math.max(found.get(place) ?? 0, quality));
  }
  return found;
}

interface InText {
  /** For each entry and word of the query, how well the word fits in the entry's text. */
  readonly fits: ReadonlyMap<number, readonly number[]>;
  /** For each entry, its best section and the weight of the words there. */
  readonly best: ReadonlyMap<number, { readonly section: Section; readonly held: number }>;
}

function lookUp(words: readonly MatchedWord[], prepared: PreparedIndex): InText {
  const fits = new Map<number, number[]>();
  const held = new Map<number, number>();
  words.forEach((word, at) => {
    for (const [place, quality] of placesOf(word, prepared)) {
      held.set(place, (held.get(place) ?? 0) + quality * word.rarity);
      for (const entry of prepared.text?.owners[place] ?? []) {
        const row = fits.get(entry) ?? words.map(() => 0);
        row[at] = Math.max(row[at] ?? 0, quality);
        fits.set(entry, row);
      }
    }
  });
  const best = new Map<number, { section: Section; held: number }>();
  for (const [place, weight] of held) {
    const section = prepared.text?.sections[place];
    if (section === undefined) continue;
    for (const entry of prepared.text?.owners[place] ?? [])
      if (weight > (best.get(entry)?.held ?? 0)) best.set(entry, { section, held: weight });
  }
  return { fits, best };
}

function rate(
  prepared: PreparedIndex,
  candidate: PreparedEntry,
  words: readonly MatchedWord[],
  fits: ReadonlyMap<string, number>,
  text: readonly number[] | undefined,
  codes: readonly string[],
): { score: number; shown: number } {
  const { entry, stems, names } = candidate;
  let [asked, held, shown, weighed] = [0, 0, 0, 0];
  words.forEach((word, at) => {
    asked += word.rarity;
    let best = 0;
    for (const [stem, quality] of word.stems) best = Math.max(best, quality * (stems.get(stem) ?? 0));
    if (best > 0) shown += word.rarity;
    const inText = text?.[at] ?? 0;
    if (best > 0) held += word.rarity;
    else held += IN_TEXT * inText * word.rarity;
    best = Math.max(best, IN_TEXT * inText);
    weighed += best * word.rarity;
  });
  if (asked === 0 || held / asked < LEAST_COVERAGE) return { score: 0, shown: 0 };
  const name = Math.max(...names.map((one) => likeness(one, fits, asked, prepared)));
  const ofCode = codes.some((code) => entry.codes.includes(code)) ? OF_CODE : 1;
  const points = (weighed / asked) * (held / asked) + NAME_SHARE * name ** 2;
  return { score: points * KIND_WEIGHT[entry.kind] * entry.weight * ofCode, shown: shown / asked };
}

/**
 * Entries that answer the words, the best first.
 * @param codes codes that the query names as well
 */
export function rankEntries(prepared: PreparedIndex, words: readonly MatchedWord[], codes: readonly string[]): Hit[] {
  const { fits: inText, best } = lookUp(words, prepared);
  const fits = fitsOf(words);
  const asked = words.reduce((sum, word) => sum + word.rarity, 0);
  return prepared.entries
    .map((candidate, at): Hit => {
      const inside = best.get(at);
      const section = inside !== undefined && inside.held >= SECTION_COVERAGE * asked ? inside.section : undefined;
      return {
        entry: candidate.entry,
        ...rate(prepared, candidate, words, fits, inText.get(at), codes),
        section: section?.href === candidate.entry.href ? undefined : section,
      };
    })
    .filter((hit) => hit.score > 0)
    .sort((a, b) => b.score - a.score);
}
