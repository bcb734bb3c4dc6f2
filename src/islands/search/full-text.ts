import type { Hit } from '../../domain/search/rank.ts';
import type { TextWords } from '../../domain/search/text.ts';
import { type Engine, fetchEngine, type Passage } from './engine.ts';
import { latestOnly } from './latest.ts';

/** The engine is large: it comes when the typing pauses on a query that needs it, and for no half-typed word. Then nothing waits. */
const PAUSE_MS = 600;
/** Most results whose text is shown. Each is a file to fetch. */
const MOST_PASSAGES = 3;

/** Passages by the address of their result. */
export type Passages = ReadonlyMap<string, Passage>;

export interface FullText {
  /** Looks words up; returns what calls it off while that is possible. */
  readonly ask: (words: readonly string[]) => (() => void) | undefined;
  /** Where the text of the first results holds what only the text holds. Rejects when a file is missing. */
  readonly passages: (hits: readonly Hit[]) => Promise<Passages>;
}

/**
 * The full text of the site. What is small of it is fetched at once, so that it is known whether it works here.
 * @param found gets what was looked up
 * @param failed is called when the full text cannot be searched
 */
export function fullText(base: string, found: (words: TextWords) => void, failed: () => void): FullText {
  const fetched = fetchEngine(base);
  fetched.catch(failed);
  let engine: Promise<Engine> | undefined;
  const look = latestOnly(
    async (words: readonly string[]) => {
      const { pagesWith } = await (engine ??= fetched.then((start) => start()));
      return Promise.all(words.map(async (word) => [word, await pagesWith(word)] as const));
    },
    (_, pairs) => {
      found(new Map(pairs));
    },
    failed,
  );
  return {
    ask: (words) => {
      if (engine !== undefined) {
        look(words);
        return undefined;
      }
      const timer = setTimeout(look, PAUSE_MS, words);
      return () => {
        clearTimeout(timer);
      };
    },
    passages: async (hits) => {
      const running = await engine;
      const told = hits.filter(({ textWord }) => textWord !== undefined).slice(0, MOST_PASSAGES);
      const pairs = await Promise.all(
        told.map(async ({ entry: { href }, textWord = '' }) => [href, await running?.passage(href, textWord)] as const),
      );
      return new Map(pairs.flatMap(([href, passage]) => (passage === undefined ? [] : [[href, passage]])));
    },
  };
}
