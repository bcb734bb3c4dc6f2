/** What every page does once scripts run: copy buttons, and the search dialog on first use. */

function addCopyButtons(): void {
  for (const figure of document.querySelectorAll('figure.cmd')) {
    const caption = figure.querySelector('figcaption');
    const code = figure.querySelector('pre');
    if (caption === null || code === null || caption.querySelector('button') !== null) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(code.textContent).then(
        () => (button.textContent = 'Copied'),
        () => (button.textContent = 'Press Ctrl+C'),
      );
    });
    caption.append(button);
  }
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
    (event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !typing(event.target));
  if (shortcut) openSearch(event);
});
addCopyButtons();
