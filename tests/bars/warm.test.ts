import { describe, expect, inject } from 'vitest';
import { serve } from '../../src/build/serve.ts';
import { source } from '../support/pages.ts';
import { test } from '../support/visit.ts';
import { slowTab, warmNavigation } from '../support/warm-navigation.ts';

const site = inject('site');
/** Two kinds of pages: the second needs styles that the first does not. */
const STEP = { from: '/522/', to: '/causes/fw-drop-cloudflare/' } as const;
const STYLES = [...source(site.dist, STEP.to).matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
  ([, href]) => href,
);

describe('a click on a link on which the pointer rested', () => {
  test('shows a page that is drawn already, and asks the server for nothing', async () => {
    // No word of caching, as from a plain server: a page that were only fetched would have to be asked for again.
    const server = await serve(site.dist);
    const tab = await slowTab(1);
    try {
      let before = 0;
      await warmNavigation(tab, server.origin, STEP, () => {
        before = server.asked.length;
      });
      expect(before).toBeGreaterThan(0);
      expect(server.asked.slice(before)).toEqual([]);
    } finally {
      await tab.close();
      await server.close();
    }
  });

  test('where the browser draws nothing ahead, finds the page and its styles in the cache', async ({ browser }) => {
    const server = await serve(site.dist, '', { maxAge: 600 });
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(HTMLScriptElement, 'supports', { value: () => false });
    });
    await page.goto(server.origin + STEP.from, { waitUntil: 'networkidle' });
    const link = page.locator(`main a[href="${STEP.to}"]`).first();
    await link.hover();
    await page.waitForLoadState('networkidle');
    await expect.poll(() => server.asked).toEqual(expect.arrayContaining([STEP.to, ...STYLES]));
    const before = server.asked.length;
    await link.click();
    await page.waitForURL(server.origin + STEP.to);
    expect(server.asked.slice(before).filter((path) => !path.endsWith('.js'))).toEqual([]);
    await context.close();
    await server.close();
  });
});
