import { editDistance, forgiven } from './distance.ts';
import type { PreparedIndex } from './prepare.ts';
import { splitWord } from './split.ts';
import { allWords, contentWords, EVERYDAY, STOP, type Word } from './words.ts';

/** A word of the query, and the words of the index that it may mean. */
export interface MatchedWord {
  readonly surface: string;
  /** Stem in the index → how well it fits, up to 1. */
  readonly stems: ReadonlyMap<string, number>;
  readonly rarity: number;
}

/** How a query is read: what it means, and how it was mended to mean it. */
export interface Reading {
  readonly words: readonly MatchedWord[];
  /** The text with misspellings mended and run-together words taken apart; undefined when nothing was mended. */
  readonly mended: string | undefined;
}

const BEGINNING = 0.6;
/** What an everyday word counts beside one that means something here. */
const EVERYDAY_SHARE = 0.5;
/** Shortest beginning of a word that is taken for the word: people see results as they type. */
const SHORTEST_BEGINNING = 2;

function exactOrBegun(word: Word, prepared: PreparedIndex): Map<string, number> {
  const found = new Map<string, number>();
  const whole = prepared.rarity.has(word.stem);
  if (whole) found.set(word.stem, 1);
  if (/\d/.test(word.surface) || word.surface.length < SHORTEST_BEGINNING) return found;
  for (const stem of prepared.rarity.keys()) {
    if (stem !== word.stem && stem.startsWith(word.surface)) found.set(stem, whole ? BEGINNING / 2 : BEGINNING);
  }
  return found;
}

function matchWord(word: Word, prepared: PreparedIndex): MatchedWord {
  const stems = exactOrBegun(word, prepared);
  const rarities = [...stems.keys()].map((stem) => prepared.rarity.get(stem) ?? 0);
  const rarity = prepared.rarity.get(word.stem) ?? (rarities.length > 0 ? Math.min(...rarities) : prepared.rarest);
  return { surface: word.surface, stems, rarity: EVERYDAY.has(word.surface) ? rarity * EVERYDAY_SHARE : rarity };
}

/** The known word that a misspelling most likely means: the fewest edits, then the commonest. */
function nearestWord(word: string, prepared: PreparedIndex): string | undefined {
  const limit = forgiven(word);
  let best: { readonly surface: string; readonly edits: number; readonly rarity: number } | undefined;
  const consider = (surface: string, rarity: number): void => {
    if (limit === 0 || surface.length < 4 || /\d/.test(surface)) return;
    const edits = editDistance(word, surface, best?.edits ?? limit);
    if (edits > (best?.edits ?? limit)) return;
    if (best === undefined || edits < best.edits || rarity < best.rarity) best = { surface, edits, rarity };
  };
  for (const [stem, surface] of prepared.surfaces) consider(surface, prepared.rarity.get(stem) ?? 0);
  for (const surface of prepared.joined) consider(surface, 0);
  return best?.surface;
}

/** True for a word of the names and lines, as it is. */
function named(word: string, prepared: PreparedIndex): boolean {
  return prepared.joined.has(word) || contentWords(word, {}).some(({ stem }) => prepared.rarity.has(stem));
}

/** What an unknown word is read as: one or several known words, or itself. */
function mend(word: string, prepared: PreparedIndex): string {
  if (STOP.has(word) || EVERYDAY.has(word) || /^\d+$/.test(word) || named(word, prepared)) return word;
  // Names run together stand in the text as identifiers, too.
  const parts = splitWord(word, (part) => named(part, prepared));
  if (parts !== undefined) return parts.join(' ');
  const begun = contentWords(word, {}).some((one) => exactOrBegun(one, prepared).size > 0);
  return begun ? word : (nearestWord(word, prepared) ?? word);
}

/**
 * Looks up every word of a text in the index: as it is, as a beginning, and, when neither is there, as a misspelling or as
 * several words run together.
 * @param asTyped true when the reader insists on the spelling
 */
export function matchWords(text: string, prepared: PreparedIndex, asTyped: boolean): Reading {
  const typed = allWords(text);
  const read = asTyped ? typed : typed.map((word) => mend(word, prepared));
  const mended = read.some((word, at) => word !== typed[at]) ? read.join(' ') : undefined;
  const words = contentWords(read.join(' '), prepared.index.same).map((word) => matchWord(word, prepared));
  return { words, mended };
}
