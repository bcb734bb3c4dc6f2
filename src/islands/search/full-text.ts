import { excerptParts, type ExcerptPart } from '../../domain/search/excerpt.ts';

/** A page that holds the words of the query. */
export interface TextHit {
  readonly title: string;
  readonly href: string;
  readonly excerpt: readonly ExcerptPart[];
}

/** The part of Pagefind's interface that is used here. */
interface Pagefind {
  readonly options: (options: { excerptLength: number; noWorker: boolean }) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (
    query: string,
  ) => Promise<{ readonly results: readonly { readonly data: () => Promise<PagefindPage> }[] }>;
}
interface PagefindPage {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
}

/** A query, and the pages that need not be found again. */
export interface TextQuery {
  readonly query: string;
  /** Addresses without their anchors. */
  readonly known: ReadonlySet<string>;
}

/** Most pages that are shown, and most that are read to find them. Each is a file to fetch. */
const MOST = 5;
const MOST_READ = 10;
const EXCERPT_WORDS = 18;

/** The address without its anchor. */
export function pageAddress(address: string): string {
  return address.split('#')[0] ?? address;
}

function toHit(page: PagefindPage): TextHit {
  return { title: page.meta.title ?? page.url, href: page.url, excerpt: excerptParts(page.excerpt) };
}

/** Loads the full-text engine of the site. Rejects when a file is missing or WebAssembly is blocked. */
export async function loadFullText(base: string): Promise<(query: TextQuery) => Promise<TextHit[]>> {
  const address = `${base}pagefind/pagefind.js`;
  const engine = (await import(/* @vite-ignore */ address)) as Pagefind;
  // The index is small: a worker would cost a second copy of the engine and gain nothing.
  await engine.options({ excerptLength: EXCERPT_WORDS, noWorker: true });
  await engine.init();
  return async ({ query, known }) => {
    const { results } = await engine.search(query);
    const hits: TextHit[] = [];
    for (let at = 0; at < MOST_READ && hits.length < MOST; at += MOST) {
      const pages = await Promise.all(results.slice(at, at + MOST).map((result) => result.data()));
      hits.push(...pages.filter((page) => !known.has(pageAddress(page.url))).map(toHit));
    }
    return hits.slice(0, MOST);
  };
}
