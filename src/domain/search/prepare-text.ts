import type { SearchEntry } from './model.ts';
import { openPlaces, type TextIndex } from './text-index.ts';
import { stem } from './words.ts';

/** A section that can be linked to. */
export interface Section {
  /** Path with its anchor, from the site's root. */
  readonly href: string;
  readonly heading: string;
}

export interface PreparedText {
  /** For each stem, one of its words, and the places that hold it. */
  readonly words: ReadonlyMap<string, { readonly surface: string; readonly places: readonly number[] }>;
  /** For each place, the positions of the entries that it belongs to. */
  readonly owners: readonly (readonly number[])[];
  /** For each place, the section that it is; undefined for a page as a whole. */
  readonly sections: readonly (Section | undefined)[];
}

/**
 * Reads the words of the pages once. A section that is an entry of its own (a checked claim, a check) belongs to that one, and
 * to its page no more.
 */
export function prepareText(packed: TextIndex, entries: readonly SearchEntry[]): PreparedText {
  const byHref = new Map<string, number[]>();
  entries.forEach(({ href }, at) => byHref.set(href, [...(byHref.get(href) ?? []), at]));
  const owners: (readonly number[])[] = [];
  const sections: (Section | undefined)[] = [];
  for (const page of packed.pages) {
    const own = byHref.get(page.path) ?? [];
    owners.push(own);
    sections.push(undefined);
    for (const { id, heading } of page.sections) {
      const href = `${page.path}#${id}`;
      owners.push(byHref.get(href) ?? own);
      sections.push({ href, heading });
    }
  }
  const words = new Map<string, { surface: string; places: number[] }>();
  const places = packed.places.split(' ');
  packed.words.split(' ').forEach((surface, at) => {
    words.set(stem(surface), { surface, places: openPlaces(places[at] ?? '') });
  });
  return { words, owners, sections };
}
