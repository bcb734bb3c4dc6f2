/** What every page does once scripts run: copy buttons, the search dialog on first use, and the next page ahead of the click. */

import { prefetchOnIntent } from './prefetch.ts';

const said = document.createElement('p');
said.className = 'vh';
said.setAttribute('role', 'status');
document.body.append(said);

/** @param what what is copied, for readers who hear the button away from it */
function copyButton(words: string, text: () => string | Promise<string>, what = ''): HTMLButtonElement {
  const button = document.createElement('button');
  const say = (now: string): void => {
    button.textContent = now;
    if (what) button.ariaLabel = `${now}: ${what}`;
  };
  button.type = 'button';
  say(words);
  const copy = async (): Promise<void> => navigator.clipboard.writeText(await text());
  const tell = (now: string): void => {
    say((said.textContent = now));
  };
  button.addEventListener('click', () => {
    void copy().then(
      () => {
        tell('Copied');
      },
      () => {
        tell('Not copied');
      },
    );
  });
  return button;
}

function addCopyButtons(): void {
  for (const figure of document.querySelectorAll('figure.cmd')) {
    const [code, caption] = [figure.querySelector('pre'), figure.querySelector('figcaption')];
    if (code !== null && figure.querySelector('button') === null)
      caption?.append(copyButton('Copy', () => code.textContent, caption.textContent));
  }
  const twin = document.querySelector<HTMLAnchorElement>('.foot a[href$=".md"]');
  twin?.after(
    ' ',
    // The end of a live walk holds the reader's own answers; its twin does not.
    copyButton('Copy as Markdown', async () => twin.dataset.md ?? (await fetch(twin.href)).text()),
  );
}

/** An explained word: its text comes up beside the word but stands at the foot of the document, so it is read out. */
document.addEventListener(
  'toggle',
  ({ target, newState }) => {
    if (target instanceof HTMLElement && target.popover !== null)
      said.textContent = newState === 'open' ? target.textContent : '';
  },
  true,
);

const searchLink = document.querySelector<HTMLAnchorElement>('[data-search-open]');

function openSearch(event: Event): void {
  if (searchLink === null) return;
  event.preventDefault();
  void import('../islands/search/dialog.tsx').then(
    ({ openDialog }) => openDialog(searchLink),
    () => {
      location.assign(searchLink.href);
    },
  );
}

/** One-key shortcuts can be switched off in the dialog, which keeps nothing but this choice. */
function slashOff(): boolean {
  try {
    return localStorage.getItem('slash') === 'off';
  } catch {
    return false;
  }
}

function typing(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input,textarea,select,[contenteditable]');
}

searchLink?.addEventListener('click', (event) => {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) openSearch(event);
});
document.addEventListener('keydown', (event) => {
  const shortcut =
    (event.key === 'k' && (event.ctrlKey || event.metaKey)) ||
    (event.key === '/' && !typing(event.target) && !slashOff());
  if (shortcut) openSearch(event);
});
addCopyButtons();
prefetchOnIntent();
