import type { AstroIntegration } from 'astro';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { SearchIndex } from '../domain/search/model.ts';
import { packPlaces, type TextIndex, type TextPage } from '../domain/search/text-index.ts';
import { contentWords, stem } from '../domain/search/words.ts';
import { pageParts } from './page-text.ts';

/** Words on more than this share of the pages tell none of them from the others. */
const COMMON = 0.25;
/** Pages whose sections repeat from page to page: there the page is the answer. */
const WHOLE = /^\/(?:causes\/|1\d{3}\/)/;
const LONGEST_NUMBER = 5;

function pagesOf({ entries }: SearchIndex): string[] {
  return [...new Set(entries.map(({ href }) => href.split('#')[0] ?? href))].sort();
}

function telling(word: string): boolean {
  return word.length > 1 && !(/^\d+$/.test(word) && word.length > LONGEST_NUMBER);
}

/**
 * The words of the pages that the built-in index knows.
 * @param read gives the HTML of a page by its path
 */
export function toTextIndex(index: SearchIndex, read: (path: string) => string): TextIndex {
  const pages: TextPage[] = [];
  const words = new Map<string, { surface: string; places: number[]; pages: Set<string> }>();
  let place = 0;
  for (const path of pagesOf(index)) {
    const [top, ...parts] = pageParts(read(path)) ?? [];
    const split = !WHOLE.test(path);
    pages.push({ path, sections: split ? parts.map(({ id, heading }) => ({ id, heading })) : [] });
    for (const part of [top, ...parts]) {
      if (part === undefined) continue;
      for (const { surface } of contentWords(part.text, index.same)) {
        if (!telling(surface)) continue;
        const key = stem(surface);
        const held = words.get(key) ?? { surface, places: [], pages: new Set() };
        words.set(key, held);
        held.pages.add(path);
        if (held.places.at(-1) !== place) held.places.push(place);
      }
      if (split && part !== parts.at(-1)) place += 1;
    }
    place += 1;
  }
  const kept = [...words.values()]
    .filter((word) => word.pages.size <= COMMON * pages.length)
    .sort((a, b) => (a.surface < b.surface ? -1 : 1));
  return {
    pages,
    words: kept.map(({ surface }) => surface).join(' '),
    places: kept.map(({ places }) => packPlaces(places)).join(' '),
  };
}

/** Writes the words of the built pages beside the built-in index, whose version they share. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const data = new URL('data/', dir);
        for (const file of readdirSync(data).filter((name) => name.startsWith('search.'))) {
          const index = JSON.parse(readFileSync(new URL(file, data), 'utf8')) as SearchIndex;
          const text = toTextIndex(index, (path) => readFileSync(new URL(`.${path}index.html`, dir), 'utf8'));
          writeFileSync(new URL(file.replace('search.', 'text.'), data), JSON.stringify(text));
          logger.info(`indexed the words of ${String(text.pages.length)} pages`);
        }
      },
    },
  };
}
