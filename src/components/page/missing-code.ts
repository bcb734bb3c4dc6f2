import { nearestCodes } from '../../domain/errors/nearest-codes.ts';

/** On the page for unknown addresses: when the address looks like a code, names the nearest ones. It is shown as text only. */
function suggest(line: HTMLElement): void {
  const wanted = /\/(\d{3,4})\/?$/.exec(location.pathname)?.[1];
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-code]')];
  if (wanted === undefined || links.length === 0) return;
  line.append(`This guide has no page on ${wanted}. Nearby:`);
  for (const code of nearestCodes(
    Number(wanted),
    links.map((link) => link.dataset.code ?? ''),
  )) {
    const link = links.find((entry) => entry.dataset.code === code)?.cloneNode(true);
    if (link instanceof HTMLElement) {
      link.className = '';
      line.append(' ', link);
    }
  }
  line.append('.');
  line.hidden = false;
}

const line = document.getElementById('nearest');
if (line !== null) suggest(line);
