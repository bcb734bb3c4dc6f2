import type { SearchEntry, SearchIndex } from './model.ts';
import { contentWords } from './words.ts';

/** How much a word counts by the place where it stands. */
const IN_NAME = 3;
const IN_LINE = 1.5;
const IN_WORDS = 1;

export interface PreparedEntry {
  readonly entry: SearchEntry;
  /** Weight of each stem by where it stands. */
  readonly stems: ReadonlyMap<string, number>;
  /** Title and other names, as stems. */
  readonly names: readonly (readonly string[])[];
}

export interface PreparedIndex {
  readonly index: SearchIndex;
  readonly entries: readonly PreparedEntry[];
  /** For each stem, a word that has it, to show a correction in a word that exists. */
  readonly surfaces: ReadonlyMap<string, string>;
  /** Rarity of each stem: log(1 + entries / entries that hold it). */
  readonly rarity: ReadonlyMap<string, number>;
  /** Rarity of a word that stands nowhere. */
  readonly rarest: number;
}

/** Reads an index once, so that each query only has to look up. */
export function prepareIndex(index: SearchIndex): PreparedIndex {
  const surfaces = new Map<string, string>();
  const counts = new Map<string, number>();
  const stemsOf = (text: string): string[] =>
    contentWords(text, index.same).map((word) => {
      if (!surfaces.has(word.stem)) surfaces.set(word.stem, word.surface);
      return word.stem;
    });
  const entries = index.entries.map((entry): PreparedEntry => {
    const names = [entry.title, ...entry.names].map(stemsOf);
    const stems = new Map<string, number>();
    stemsOf(entry.words).forEach((stem) => stems.set(stem, IN_WORDS));
    stemsOf(entry.line).forEach((stem) => stems.set(stem, IN_LINE));
    names.flat().forEach((stem) => stems.set(stem, IN_NAME));
    for (const stem of stems.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    return { entry, stems, names };
  });
  const rarity = new Map([...counts].map(([stem, count]) => [stem, Math.log(1 + entries.length / count)]));
  return { index, entries, surfaces, rarity, rarest: Math.log(1 + entries.length) };
}
