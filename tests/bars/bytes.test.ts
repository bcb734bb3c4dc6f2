import { describe, expect, inject } from 'vitest';
import { compressed, errorPages, source } from '../support/pages.ts';
import { test } from '../support/visit.ts';

const site = inject('site');

/** What fits into a server's first answer to a new visitor: ten packets. */
const FIRST_ANSWER = 14 * 1024;

/** Nodes of the largest error page, with room for a few more questions and causes. */
const MOST_NODES = 2200;

function styles(path: string): string[] {
  return [...source(site.dist, path).matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) => match[1] ?? '');
}

describe('an error page arrives with the first answer of the server', () => {
  test.for(errorPages(site.dist))('%s: HTML and CSS are at most 14 kB compressed', (path) => {
    const parts = [path, ...styles(path)].map((part) => ({ part, bytes: compressed(site.dist, part) }));
    const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
    expect(bytes, parts.map((part) => `${part.part} ${String(part.bytes)}`).join(', ')).toBeLessThanOrEqual(
      FIRST_ANSWER,
    );
  });

  test.for(errorPages(site.dist))('%s: the document stays small', async (path, { visit }) => {
    const { page } = await visit();
    await page.goto(site.address + path);
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThanOrEqual(MOST_NODES);
  });
});
