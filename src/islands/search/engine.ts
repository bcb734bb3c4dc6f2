import { excerptParts, type ExcerptPart } from '../../domain/search/excerpt.ts';

/** A place in the text of a page that holds what was searched for. */
export interface Passage {
  /** Id of the section; empty for what stands in none. */
  readonly id: string;
  readonly heading: string;
  readonly excerpt: readonly ExcerptPart[];
}

/** The part of Pagefind's interface that is used here. */
interface Pagefind {
  readonly options: (options: { excerptLength: number; noWorker: boolean }) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (query: string) => Promise<{ readonly results: readonly Result[] }>;
}
interface Result {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<{ readonly sub_results: readonly SubResult[] }>;
}
interface SubResult {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly locations: readonly number[];
}

const EXCERPT_WORDS = 18;

export interface Engine {
  /** Pages that hold a word, and how much each is about it, up to 1. */
  readonly pagesWith: (word: string) => Promise<ReadonlyMap<string, number>>;
  /** Where a page holds the word most often; undefined when it does not. Fetches a file for the page. */
  readonly passage: (path: string, word: string) => Promise<Passage | undefined>;
}

/** Throws where WebAssembly is missing or blocked: the smallest module there is. */
function tryWasm(): void {
  new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
}

/** What the full text needs before it is asked: its script and the names of its pages. Rejects when it cannot work here. */
export async function fetchEngine(base: string): Promise<() => Promise<Engine>> {
  tryWasm();
  const [engine, response] = await Promise.all([
    import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<Pagefind>,
    fetch(`${base}pagefind/pages.json`),
  ]);
  if (!response.ok) throw new Error(String(response.status));
  const pages = new Map(Object.entries((await response.json()) as Record<string, string>));
  return () => start(engine, pages);
}

/** Fetches and starts the engine. Rejects when a file is missing. */
async function start(engine: Pagefind, pages: ReadonlyMap<string, string>): Promise<Engine> {
  // The index is small: a worker would cost a second copy of the engine and gain nothing.
  await engine.options({ excerptLength: EXCERPT_WORDS, noWorker: true });
  await engine.init();
  const found = new Map<string, ReadonlyMap<string, Result>>();
  const resultsOf = async (word: string): Promise<ReadonlyMap<string, Result>> => {
    const held = found.get(word);
    if (held !== undefined) return held;
    // Unquoted, an unknown word is searched for by its beginning; quoted, there is no score.
    const { results: whole } = await engine.search(`"${word}"`);
    const { results: scored } = whole.length === 0 ? { results: [] } : await engine.search(word);
    const ids = new Set(whole.map(({ id }) => id));
    const own = scored.flatMap((result): [string, Result][] => {
      const path = pages.get(result.id);
      return path !== undefined && ids.has(result.id) ? [[path, result]] : [];
    });
    const results = new Map(own);
    found.set(word, results);
    return results;
  };
  return {
    pagesWith: async (word) => {
      const results = await resultsOf(word);
      const most = Math.max(...[...results.values()].map(({ score }) => score));
      return new Map([...results].map(([path, { score }]) => [path, score / most]));
    },
    passage: async (path, word) => {
      const page = await (await resultsOf(word)).get(path)?.data();
      const [best] = [...(page?.sub_results ?? [])].sort((a, b) => b.locations.length - a.locations.length);
      if (best === undefined) return undefined;
      const id = best.url.split('#')[1] ?? '';
      return { id, heading: id === '' ? '' : best.title, excerpt: excerptParts(best.excerpt) };
    },
  };
}
