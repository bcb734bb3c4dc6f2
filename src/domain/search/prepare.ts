import type { SearchEntry, SearchIndex } from './model.ts';
import { contentWords } from './words.ts';

/** How much a word counts by the place where it stands. */
const IN_NAME = 3;
const IN_LINE = 1.5;
const IN_WORDS = 1;

export interface PreparedEntry {
  readonly entry: SearchEntry;
  /** Weight of each stem by where it stands. */
  readonly stems: Map<string, number>;
  /** Title and other names, as stems. */
  readonly names: readonly (readonly string[])[];
}

export interface PreparedIndex {
  readonly index: SearchIndex;
  readonly entries: readonly PreparedEntry[];
  /** For each stem, a word that has it, to show a correction in a word that exists. */
  readonly surfaces: ReadonlyMap<string, string>;
  /** Words that people use and the index says in another way: each is known, although it stands nowhere. */
  readonly joined: ReadonlySet<string>;
  /** Rarity of each stem: log(1 + entries / entries that hold it). */
  readonly rarity: ReadonlyMap<string, number>;
  /** Rarity of a word that stands nowhere. */
  readonly rarest: number;
}

function note<Key>(counts: Map<Key, Set<number>>, key: Key, at: number): void {
  const held = counts.get(key);
  if (held === undefined) counts.set(key, new Set([at]));
  else held.add(at);
}

/** Reads an index once, so that each query only has to look up. */
export function prepareIndex(index: SearchIndex): PreparedIndex {
  const surfaces = new Map<string, string>();
  const holders = new Map<string, Set<number>>();
  const stemsOf = (text: string): string[] =>
    contentWords(text, index.same).map((word) => {
      if (!surfaces.has(word.stem)) surfaces.set(word.stem, word.surface);
      return word.stem;
    });
  const entries = index.entries.map((entry, at): PreparedEntry => {
    const names = [entry.title, ...entry.names].map(stemsOf);
    const stems = new Map<string, number>();
    stemsOf(entry.words).forEach((stem) => stems.set(stem, IN_WORDS));
    stemsOf(`${entry.line} ${entry.stage}`).forEach((stem) => stems.set(stem, IN_LINE));
    names.flat().forEach((stem) => stems.set(stem, IN_NAME));
    for (const stem of stems.keys()) note(holders, stem, at);
    return { entry, stems, names };
  });
  const rarity = new Map([...holders].map(([stem, held]) => [stem, Math.log(1 + entries.length / held.size)]));
  const joined = new Set(Object.keys(index.same).flatMap((typed) => typed.split(' ')));
  return { index, entries, surfaces, joined, rarity, rarest: Math.log(1 + entries.length) };
}
