import type { Page } from 'playwright-core';

/** What the link check needs to know of a page. */
export interface PageParts {
  /** Every address the page names, as written. */
  readonly links: string[];
  readonly ids: string[];
  /** What a strict content security policy would have to block. */
  readonly inline: string[];
  readonly csp: string | undefined;
}

/** Parses built HTML with the browser's own parser, without running or loading anything. */
export function partsOf(page: Page, html: string): Promise<PageParts> {
  return page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'text/html');
    const all = [...parsed.querySelectorAll('*')];
    const data = (element: Element): boolean => element.getAttribute('type') === 'application/ld+json';
    const scripts = all.filter(
      (element) => element.localName === 'script' && !element.hasAttribute('src') && !data(element),
    );
    const handlers = all.flatMap((element) =>
      element
        .getAttributeNames()
        .filter((name) => name === 'style' || name.startsWith('on'))
        .map((name) => `${element.localName} ${name}`),
    );
    const named = ['href', 'src', 'action', 'data-graph', 'data-details', 'data-index'];
    return {
      links: all.flatMap((element) => named.flatMap((name) => element.getAttribute(name) ?? [])),
      ids: all.flatMap((element) => (element.id === '' ? [] : element.id)),
      inline: [
        ...scripts.map(() => 'script'),
        ...all.filter((element) => element.localName === 'style').map(() => 'style'),
        ...handlers,
      ],
      csp: parsed.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? undefined,
    };
  }, html);
}
