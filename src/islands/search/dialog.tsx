import { render } from 'preact';
import styles from '../../styles/search.css?url';
import { directPage, search } from '../../domain/search/search.ts';
import { withBase } from '../../domain/text/link.ts';
import { addStyles } from '../shared/add-styles.ts';
import { type LoadedIndex, loadIndex } from './load.ts';
import { readPlace, resultsAddress, type SearchPlace } from './place.ts';
import { Search } from './Search.tsx';
import { SlashSetting } from './SlashSetting.tsx';

let dialog: HTMLDialogElement | undefined;

async function go(place: SearchPlace, text: string, index: LoadedIndex | undefined): Promise<void> {
  // The reader may press Enter before the index has arrived; the browser answers this second fetch from its cache.
  const { prepared } = index ?? (await loadIndex(place));
  const page = directPage(search(prepared, text));
  location.assign(page === undefined ? resultsAddress(place.base, text) : withBase(place.base, page));
}

function build(place: SearchPlace): HTMLDialogElement {
  const element = document.createElement('dialog');
  element.className = 'search';
  element.setAttribute('aria-label', 'Search');
  element.addEventListener('click', (event) => {
    const target = event.target as Element;
    const followed = target.closest('a') !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    // A click on the element itself is one on the backdrop: the content covers the rest.
    if (followed || target === element || target.closest('[data-close]') !== null) element.close();
  });
  element.addEventListener('keydown', (event) => {
    // In a search field some browsers only empty the field with the first Escape.
    if (event.key !== 'Escape') return;
    event.preventDefault();
    element.close();
  });
  render(
    <div class="box">
      <button type="button" class="shut" data-close>
        Close
      </button>
      <Search
        id="dialog-q"
        place={place}
        start=""
        onSubmit={(text, { index }) => {
          void go(place, text, index);
        }}
        onTaken={() => {
          element.close();
        }}
      />
      <SlashSetting />
    </div>,
    element,
  );
  document.body.append(element);
  return element;
}

/**
 * Opens the search over the page; on the search page itself it goes to the field there. Escape closes it, and the browser
 * then gives the focus back.
 * @param from the element that says where the data is
 */
export async function openDialog(from: HTMLElement): Promise<void> {
  const onPage = document.querySelector<HTMLInputElement>('[data-search-page] input');
  if (onPage === null && dialog === undefined) {
    dialog = build(readPlace(from));
    await addStyles(styles);
  }
  if (dialog?.open === false) dialog.showModal();
  const field = onPage ?? dialog?.querySelector('input');
  field?.focus();
  field?.select();
}
