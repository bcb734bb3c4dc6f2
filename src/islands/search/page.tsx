import { render } from 'preact';
import { type Filters, NO_FILTERS, readFilters } from '../../domain/search/filter.ts';
import { inputKind } from '../../domain/search/kind.ts';
import { cutText } from '../../domain/search/words.ts';
import { MAX_FIELD, readPlace, resultsAddress } from './place.ts';
import { Search } from './Search.tsx';

function queryOfAddress(): string {
  return cutText(new URLSearchParams(location.search).get('q') ?? '', MAX_FIELD);
}

/**
 * Names the query and the filters in the address and the title, so that Back and a bookmark lead to the same results. An error page, headers
 * or a log name hosts and people: they stay out.
 */
function keepAddress(base: string, text: string, filters: Filters): void {
  if (inputKind(text) === 'paste') return;
  const address = text.trim() === '' ? `${base}search/` : resultsAddress(base, text, filters);
  if (address !== location.pathname + location.search) history.replaceState(null, '', address);
}

/** Brings the search page to life. Until then, and without scripts, it shows the list of codes. */
export function mountPage(root: HTMLElement): void {
  const place = readPlace(root);
  root.replaceChildren();
  const given = new URLSearchParams(location.search);
  let filters: Filters = given.get('q') === null ? NO_FILTERS : readFilters((name) => given.get(name));
  const keep = (text: string): void => {
    keepAddress(place.base, text, filters);
  };
  root.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement) keep(event.target.value);
  });
  render(
    <Search
      id="q"
      place={place}
      start={queryOfAddress()}
      narrowed={filters}
      onSubmit={keep}
      onFilters={(text, chosen) => {
        filters = chosen;
        keep(text);
      }}
    />,
    root,
  );
}
