import { type Passage, passageIn } from '../../domain/search/passage.ts';
import type { Hit } from '../../domain/search/rank.ts';
import { type PackedWords, readWords, type TextWords } from '../../domain/search/text.ts';
import { fetchJson } from '../shared/fetch-json.ts';
import { type PagesWith, startEngine, tryWasm } from './engine.ts';
import { latestOnly } from './latest.ts';
import { pageTexts } from './page-text.ts';

/** How much of the full text is asked: the telling words of the pages, a small file; or every word, through the engine. */
export type Depth = 'words' | 'whole';

/** The words come when the typing pauses on a query that needs them, and for no half-typed word. Then nothing waits. */
const PAUSE_MS = 300;
/** Most results whose text is shown. Each is a file to fetch. */
const MOST_PASSAGES = 3;

/** Passages by the address of their result. */
export type Passages = ReadonlyMap<string, Passage>;

/** Looks words up; returns what calls it off while that is possible. */
type Ask = (words: readonly string[]) => (() => void) | undefined;

export interface FullText {
  readonly ask: Readonly<Record<Depth, Ask>>;
  /** Where the text of the first results holds what only the text holds. Rejects when a file is missing. */
  readonly passages: (hits: readonly Hit[]) => Promise<Passages>;
}

/** Fetches what answers with the first question, and not before. */
function asking(
  start: () => Promise<PagesWith>,
  found: (words: TextWords) => void,
  failed: (reason: unknown) => void,
): Ask {
  let started: Promise<PagesWith> | undefined;
  const look = latestOnly(
    async (words: readonly string[]) => {
      const pagesWith = await (started ??= start());
      return Promise.all(words.map(async (word) => [word, await pagesWith(word)] as const));
    },
    (_, pairs) => {
      found(new Map(pairs));
    },
    failed,
  );
  return (words) => {
    if (started !== undefined) {
      look(words);
      return undefined;
    }
    const timer = setTimeout(look, PAUSE_MS, words);
    return () => {
      clearTimeout(timer);
    };
  };
}

/** Id of each page in the index by its path. */
async function fetchIds(base: string): Promise<ReadonlyMap<string, string>> {
  const ids = Object.entries(await fetchJson<Record<string, string>>(`${base}pagefind/pages.json`));
  if (ids.length === 0) throw new Error('no pages');
  return new Map(ids);
}

/**
 * The full text of the site. What is small of it is fetched at once, so that it is known whether it works here.
 * @param found gets what was looked up
 * @param failed is called when a part of it cannot be searched
 */
export function fullText(
  base: string,
  found: (depth: Depth, words: TextWords) => void,
  failed: (depth: Depth) => void,
): FullText {
  const textOf = pageTexts(base);
  const ids = fetchIds(base);
  const fail = (depth: Depth) => () => {
    failed(depth);
  };
  ids.catch(fail('words'));
  Promise.resolve().then(tryWasm).catch(fail('whole'));
  const askAt = (depth: Depth, start: () => Promise<PagesWith>): Ask =>
    asking(
      start,
      (words) => {
        found(depth, words);
      },
      fail(depth),
    );
  return {
    ask: {
      words: askAt('words', async () => readWords(await fetchJson<PackedWords>(`${base}pagefind/words.json`))),
      whole: askAt('whole', async () => startEngine(base, new Map([...(await ids)].map(([path, id]) => [id, path])))),
    },
    passages: async (hits) => {
      const idOf = await ids;
      const told = hits.flatMap(({ entry: { href, kind }, textWord }) => {
        const id = idOf.get(href);
        // The text of an overview is a large file, and its parts have pages or results of their own.
        return textWord === undefined || id === undefined || kind === 'page' ? [] : [{ href, id, textWord }];
      });
      const pairs = await Promise.all(
        told
          .slice(0, MOST_PASSAGES)
          .map(async ({ href, id, textWord }) => [href, passageIn(await textOf(id), textWord)] as const),
      );
      return new Map(pairs.flatMap(([href, passage]) => (passage === undefined ? [] : [[href, passage]])));
    },
  };
}
