import type { MatchedWord } from './match.ts';
import type { ResultKind, SearchEntry } from './model.ts';
import type { PreparedEntry, PreparedIndex } from './prepare.ts';

/** What a hit of each kind is worth: the page of a code answers more people than a checked claim. */
const KIND_WEIGHT: Readonly<Record<ResultKind, number>> = {
  error: 1.3,
  cause: 1,
  guide: 1,
  page: 1,
  question: 0.7,
  dispute: 0.65,
};

/** Part of the query, by rarity, that an entry must hold at least. */
const LEAST_COVERAGE = 0.3;
/** How much a likeness to a name counts beside the single words. */
const NAME_SHARE = 4;
/** A name inside a longer text: a sentence copied from an error page. Names of fewer words would be found by chance. */
const WORDS_TO_CONTAIN = 3;
const CONTAINED = 0.9;
/** Entries of a code that the query names are preferred. */
const OF_CODE = 1.5;

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

function score(
  prepared: PreparedIndex,
  candidate: PreparedEntry,
  words: readonly MatchedWord[],
  codes: readonly string[],
): number {
  const { entry, stems, names } = candidate;
  let asked = 0;
  let held = 0;
  let weighed = 0;
  for (const word of words) {
    asked += word.rarity;
    let best = 0;
    for (const [stem, quality] of word.stems) best = Math.max(best, quality * (stems.get(stem) ?? 0));
    if (best > 0) held += word.rarity;
    weighed += best * word.rarity;
  }
  if (asked === 0 || held / asked < LEAST_COVERAGE) return 0;
  const name = Math.max(...names.map((one) => likeness(one, words, prepared)));
  const ofCode = codes.some((code) => entry.codes.includes(code)) ? OF_CODE : 1;
  return (
    ((weighed / asked) * (held / asked) + NAME_SHARE * name ** 2) * KIND_WEIGHT[entry.kind] * entry.weight * ofCode
  );
}

/**
 * Entries that answer the words, the best first.
 * @param codes codes that the query names as well
 */
export function rankEntries(
  prepared: PreparedIndex,
  words: readonly MatchedWord[],
  codes: readonly string[],
): SearchEntry[] {
  return prepared.entries
    .map((candidate) => ({ entry: candidate.entry, score: score(prepared, candidate, words, codes) }))
    .filter((hit) => hit.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((hit) => hit.entry);
}
