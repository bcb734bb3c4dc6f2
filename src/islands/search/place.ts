import { type Filters, namedFilters, NO_FILTERS } from '../../domain/search/filter.ts';

/** Longest text that the field takes. Longer than what is read, so that the reader is told what was cut off. */
export const MAX_FIELD = 2000;

/** Where the search finds its data, as the page says it. */
export interface SearchPlace {
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
  /** Address of the built-in index. */
  readonly index: string;
  /** Codes that have a page; known without the index. */
  readonly codes: readonly string[];
  /** Names of the codes, as far as the page shows them already. */
  readonly titles: ReadonlyMap<string, string>;
}

/** The codes that the page lists, with their names. */
function shownTitles(element: HTMLElement): Map<string, string> {
  const links = [...element.querySelectorAll('.codes a')];
  return new Map(
    links.map((link) => {
      const code = link.querySelector('b')?.textContent ?? '';
      return [code, link.textContent.replace(code, '').trim()];
    }),
  );
}

/** Reads data-index. The base path is what stands before the index's folder. */
export function readPlace(element: HTMLElement): SearchPlace {
  const { index = '' } = element.dataset;
  return {
    index,
    base: index.replace(/data\/[^/]*$/, ''),
    codes: import.meta.env.CODES.split(' '),
    titles: shownTitles(element),
  };
}

/** Address of the page that shows the results of a query. */
export function resultsAddress(base: string, query: string, filters: Filters = NO_FILTERS): string {
  return `${base}search/?${new URLSearchParams([['q', query], ...namedFilters(filters)]).toString()}`;
}
