/** The part of Pagefind's interface that is used here. */
interface Pagefind {
  readonly options: (options: { noWorker: boolean }) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (query: string) => Promise<{ readonly results: readonly Result[] }>;
}
interface Result {
  readonly id: string;
  readonly score: number;
}

/** Pages that hold a word, and how much each is about it, up to 1. */
export type PagesWith = (word: string) => ReadonlyMap<string, number> | Promise<ReadonlyMap<string, number>>;

/** Throws where WebAssembly is missing or blocked: the smallest module there is. */
export function tryWasm(): void {
  new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
}

/**
 * Fetches and starts the engine, which knows every word of every page. Rejects when a file is missing.
 * @param pages path of each page by its id in the index
 */
export async function startEngine(base: string, pages: ReadonlyMap<string, string>): Promise<PagesWith> {
  const engine = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  // The index is small: a worker would cost a second copy of the engine and gain nothing.
  await engine.options({ noWorker: true });
  await engine.init();
  return async (word) => {
    // Unquoted, an unknown word is searched for by its beginning; quoted, there is no score.
    const { results: whole } = await engine.search(`"${word}"`);
    const { results: scored } = whole.length === 0 ? { results: [] } : await engine.search(word);
    const ids = new Set(whole.map(({ id }) => id));
    const own = scored.filter(({ id }) => ids.has(id) && pages.has(id));
    const most = Math.max(...own.map(({ score }) => score));
    return new Map(own.map(({ id, score }) => [pages.get(id) ?? '', score / most]));
  };
}
