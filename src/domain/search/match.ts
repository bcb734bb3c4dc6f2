import { editDistance, forgiven } from './distance.ts';
import type { PreparedIndex } from './prepare.ts';
import { contentWords, type Word } from './words.ts';

/** A word of the query, and the words of the index that it may mean. */
export interface MatchedWord {
  /** Stem in the index → how well it fits, up to 1. */
  readonly stems: ReadonlyMap<string, number>;
  readonly rarity: number;
  /** The word as it was typed. */
  readonly typed: string;
  /** The word that it was read as, when it is a misspelling. */
  readonly readAs: string | undefined;
}

const BEGINNING = 0.6;
const ONE_EDIT = 0.8;
const TWO_EDITS = 0.6;
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

function misspelt(word: Word, prepared: PreparedIndex): Map<string, number> {
  const limit = forgiven(word.stem);
  const close: [string, number][] = [];
  if (limit > 0) {
    for (const stem of prepared.rarity.keys()) {
      const edits = stem.length < 4 ? limit + 1 : editDistance(word.stem, stem, limit);
      if (edits <= limit) close.push([stem, edits]);
    }
  }
  const fewest = Math.min(...close.map(([, edits]) => edits));
  return new Map(
    close.filter(([, edits]) => edits === fewest).map(([stem, edits]) => [stem, edits > 1 ? TWO_EDITS : ONE_EDIT]),
  );
}

function commonest(stems: ReadonlyMap<string, number>, prepared: PreparedIndex): string | undefined {
  const ordered = [...stems.keys()].sort((a, b) => (prepared.rarity.get(a) ?? 0) - (prepared.rarity.get(b) ?? 0));
  return ordered[0];
}

function matchWord(word: Word, prepared: PreparedIndex): MatchedWord {
  const found = exactOrBegun(word, prepared);
  const stems = found.size > 0 ? found : misspelt(word, prepared);
  const best = stems.has(word.stem) ? word.stem : commonest(stems, prepared);
  const rarity = prepared.rarity.get(best ?? '') ?? prepared.rarest;
  return { stems, rarity, typed: word.surface, readAs: found.size > 0 ? undefined : prepared.surfaces.get(best ?? '') };
}

/** Looks up every word of a text in the index: as it is, as a beginning, and, when neither is there, as a misspelling. */
export function matchWords(text: string, prepared: PreparedIndex): MatchedWord[] {
  return contentWords(text, prepared.index.same).map((word) => matchWord(word, prepared));
}
