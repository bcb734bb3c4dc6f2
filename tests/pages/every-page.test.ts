import { describe, expect, inject } from 'vitest';
import { injectAxe, violations } from '../support/axe.ts';
import { builtPages, compressed, isTool, MAP } from '../support/pages.ts';
import { test } from '../support/visit.ts';

const site = inject('site');

/** Bytes of JavaScript, compressed, that a page for reading may load before the reader acts. */
const READING_SCRIPTS = 4096;

const KEY_PAGES = [
  '/',
  '/522/',
  '/compare/',
  '/causes/fw-drop-cloudflare/',
  '/troubleshoot/packets-522/',
  '/troubleshoot/server-drops/',
  '/search/',
];

describe.concurrent('every page', () => {
  test.for(builtPages(site.dist))('%s', async (path, { regular, expect }) => {
    const { page, requests } = regular;
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(site.address + path);
    if (path.startsWith('/troubleshoot/') && path !== MAP)
      await page.locator('#troubleshooter[data-live="true"]').waitFor();
    if (!isTool(path)) {
      const scripts = [
        ...new Set(requests.map((address) => new URL(address).pathname).filter((name) => name.endsWith('.js'))),
      ];
      const bytes = scripts.reduce((sum, name) => sum + compressed(site.dist, name), 0);
      expect.soft(scripts, 'the page’s own script is among the requests').not.toEqual([]);
      expect.soft(bytes, `scripts before the reader acts: ${scripts.join(' ')}`).toBeLessThanOrEqual(READING_SCRIPTS);
    }
    await injectAxe(page);
    expect.soft(await violations(page, 'all'), 'accessibility in light colours').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await violations(page, 'colours'), 'accessibility in dark colours').toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(tooWide, 'pixels of sideways scroll at 320 px').toBe(0);
  });
});

describe.concurrent('key pages at other widths', () => {
  const shots = KEY_PAGES.flatMap((path) => [320, 390, 1440].map((width) => ({ path, width })));
  test.for(shots)('$path at $width px', async ({ path, width }, { regular, expect }) => {
    const { page } = regular;
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site.address + path);
    await injectAxe(page);
    expect(await violations(page, 'all')).toEqual([]);
  });
});

describe('the open search', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in ${colorScheme} colours`, async ({ visit }) => {
      const { page } = await visit({ colorScheme });
      await page.goto(`${site.address}/522/`);
      await page.keyboard.press('Control+k');
      await page.locator('dialog[open] input[type="search"]').fill('handshake');
      await page.locator('dialog[open] [data-settled="true"]').waitFor();
      await injectAxe(page);
      expect(await violations(page, 'all')).toEqual([]);
    });
  }
});
