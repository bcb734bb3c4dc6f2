import type { SearchEntry, SearchIndex } from './model.ts';
import { prepareText, type PreparedText } from './prepare-text.ts';
import type { TextIndex } from './text-index.ts';
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
  /** The words of the pages; undefined until they have arrived. */
  readonly text: PreparedText | undefined;
  /** For each stem, a word that has it, to show a correction in a word that exists. */
  readonly surfaces: ReadonlyMap<string, string>;
  /** Stems of names, lines and words, and the entries that hold each; the text may hold more. */
  readonly named: ReadonlyMap<string, ReadonlySet<number>>;
  /** Words that people use and the index says in another way: each is known, although it stands nowhere. */
  readonly joined: ReadonlySet<string>;
  /** Rarity of each stem: log(1 + entries / entries that hold it). */
  readonly rarity: ReadonlyMap<string, number>;
  /** Rarity of a word that stands nowhere. */
  readonly rarest: number;
}

function note(holders: Map<string, Set<number>>, stem: string, at: number): void {
  const held = holders.get(stem);
  if (held === undefined) holders.set(stem, new Set([at]));
  else held.add(at);
}

function raritiesOf(holders: ReadonlyMap<string, ReadonlySet<number>>, entries: number): Map<string, number> {
  return new Map([...holders].map(([stem, held]) => [stem, Math.log(1 + entries / held.size)]));
}

/** Reads an index once, so that each query only has to look up. */
export function prepareIndex(index: SearchIndex): PreparedIndex {
  const surfaces = new Map<string, string>();
  const named = new Map<string, Set<number>>();
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
    for (const stem of stems.keys()) note(named, stem, at);
    return { entry, stems, names };
  });
  const rarity = raritiesOf(named, entries.length);
  const joined = new Set(Object.keys(index.same).flatMap((typed) => typed.split(' ')));
  return { index, entries, text: undefined, surfaces, named, joined, rarity, rarest: Math.log(1 + entries.length) };
}

/**
 * The index with the words of the pages. Headings count like further words of their page; the text does not change how rare
 * a word of the names is, so that the order does not turn over when it arrives.
 */
export function withText(prepared: PreparedIndex, packed: TextIndex): PreparedIndex {
  const text = prepareText(packed, prepared.index.entries);
  const surfaces = new Map(prepared.surfaces);
  const headings = new Map<number, Set<string>>();
  text.sections.forEach((section, place) => {
    const words = section === undefined ? [] : contentWords(section.heading, prepared.index.same);
    for (const at of text.owners[place] ?? [])
      headings.set(at, new Set([...(headings.get(at) ?? []), ...words.map(({ stem }) => stem)]));
  });
  const entries = prepared.entries.map((one, at): PreparedEntry => {
    const further = [...(headings.get(at) ?? [])].filter((stem) => !one.stems.has(stem));
    if (further.length === 0) return one;
    return { ...one, stems: new Map([...one.stems, ...further.map((stem) => [stem, IN_WORDS] as const)]) };
  });
  const found = new Map<string, Set<number>>();
  for (const [at, stems] of headings)
    for (const stem of stems) {
      if (!found.has(stem)) found.set(stem, new Set(prepared.named.get(stem)));
      note(found, stem, at);
    }
  for (const [stem, { surface, places }] of text.words) {
    if (prepared.named.has(stem)) continue;
    surfaces.set(stem, surface);
    for (const place of places) for (const at of text.owners[place] ?? []) note(found, stem, at);
  }
  const rarity = new Map([...prepared.rarity, ...raritiesOf(found, entries.length)]);
  return { ...prepared, entries, text, surfaces, rarity };
}
