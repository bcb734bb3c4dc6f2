import { render } from 'preact';
import { cutText } from '../../domain/search/words.ts';
import { MAX_FIELD, readPlace, resultsAddress } from './place.ts';
import { Search } from './Search.tsx';

function queryOfAddress(): string {
  return cutText(new URLSearchParams(location.search).get('q') ?? '', MAX_FIELD);
}

/** Names the query in the address and the title, so that Back and a bookmark lead to the same results. */
function keepAddress(base: string, text: string): void {
  const address = text.trim() === '' ? `${base}search/` : resultsAddress(base, text);
  if (address !== location.pathname + location.search) history.replaceState(null, '', address);
}

/** Brings the search page to life. Until then, and without scripts, it shows the list of codes. */
export function mountPage(root: HTMLElement): void {
  const place = readPlace(root);
  root.replaceChildren();
  root.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement) keepAddress(place.base, event.target.value);
  });
  render(
    <Search
      id="q"
      place={place}
      start={queryOfAddress()}
      onSubmit={(text) => {
        keepAddress(place.base, text);
      }}
    />,
    root,
  );
}
