/** What every page does once scripts run: copy buttons, the search dialog on first use, and the next page ahead of the click. */

import { prefetchOnIntent } from './prefetch.ts';

const said = document.createElement('p');
said.className = 'vh';
said.setAttribute('role', 'status');
document.body.append(said);

function copyButton(words: string, text: () => string | Promise<string>): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words;
  button.addEventListener('click', () => {
    void Promise.resolve(text())
      .then((found) => navigator.clipboard.writeText(found))
      .then(
        () => (said.textContent = button.textContent = 'Copied'),
        () => (said.textContent = button.textContent = 'Could not copy'),
      );
  });
  return button;
}

function addCopyButtons(): void {
  for (const figure of document.querySelectorAll('figure.cmd')) {
    const code = figure.querySelector('pre');
    if (code !== null && figure.querySelector('button') === null)
      figure.querySelector('figcaption')?.append(copyButton('Copy', () => code.textContent));
  }
  const twin = document.querySelector<HTMLAnchorElement>('.foot a[href$=".md"]');
  twin?.after(
    ' ',
    copyButton('Copy as Markdown', async () => (await fetch(twin.href)).text()),
  );
}

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
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
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
