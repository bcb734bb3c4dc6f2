import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { HANDS, use, type Hand } from '../support/hand.ts';
import { test } from '../support/visit.ts';

const site = inject('site');

/** What each query must bring: the page that comes first, or one among the results. */
const QUERIES = [
  { query: '522', first: /\/522\/$/ },
  { query: 'error 525', first: /\/525\/$/ },
  { query: 'handshake', any: /\/525\/|tls|handshake/ },
] as const;

async function open(page: Page, hand: Hand, key: string): Promise<Locator> {
  await page.goto(`${site.address}/`);
  await page.locator('h1').waitFor();
  await page.waitForLoadState('load');
  if (hand === 'mouse') await page.locator('[data-search-open]').click();
  else {
    // The field of the home page may take "/" for itself; the reader stands on the page.
    await page.locator('main').click({ position: { x: 2, y: 2 } });
    await page.keyboard.press(key);
  }
  const dialog = page.locator('dialog[open]');
  await dialog.waitFor();
  await expect
    .poll(() => dialog.getByRole('searchbox').evaluate((field) => field === document.activeElement))
    .toBe(true);
  return dialog;
}

async function settled(scope: Locator): Promise<string[]> {
  await scope.locator('[data-settled="true"]').waitFor();
  return scope
    .locator('[data-search-results] a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
}

describe('search in the dialog', () => {
  for (const hand of HANDS) {
    test.for(QUERIES)(`$query, opened with the ${hand}`, async (wanted, { visit }) => {
      const { page } = await visit();
      const dialog = await open(page, hand, wanted.query === '522' ? '/' : 'Control+k');
      await page.keyboard.type(wanted.query);
      await expect.poll(() => dialog.locator('[data-search-results] a').count()).toBeGreaterThan(0);
      const found = await settled(dialog);
      if ('first' in wanted) expect(found[0]).toMatch(wanted.first);
      else
        expect(
          found.some((path) => wanted.any.test(path)),
          found.join(' '),
        ).toBe(true);
      const [target = ''] = found;
      if (hand === 'keyboard') {
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
      } else await dialog.locator('[data-search-results] a').first().click();
      await page.waitForURL((address) => address.pathname === target);
      await page.locator('h1').waitFor();
    });
  }

  test('Enter on an exact code opens its page', async ({ visit }) => {
    const { page } = await visit();
    await open(page, 'keyboard', '/');
    await page.keyboard.type('cf 525');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/525/');
  });

  test('5222 is no code: it says so and offers those close to it', async ({ visit }) => {
    const { page } = await visit();
    const dialog = await open(page, 'keyboard', 'Control+k');
    await page.keyboard.type('5222');
    await settled(dialog);
    expect(await dialog.innerText()).toMatch(/no page on 5222/);
    const offered = await dialog
      .locator('a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    expect(offered).toContain('/522/');
    expect(offered).toContain('/troubleshoot/');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=5222');
  });

  test('Escape closes it and gives the focus back', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/522/`);
    const opener = page.locator('[data-search-open]');
    await use('keyboard', opener);
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('search as a page', () => {
  test.for(QUERIES)('/search/?q=$query', async (wanted, { visit }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/search/?q=${encodeURIComponent(wanted.query)}`);
    const found = await settled(page.locator('main'));
    expect(found.length).toBeGreaterThan(0);
    if ('first' in wanted) expect(found[0]).toMatch(wanted.first);
    else
      expect(
        found.some((path) => wanted.any.test(path)),
        found.join(' '),
      ).toBe(true);
    expect(await page.getByRole('searchbox').inputValue()).toBe(wanted.query);
  });

  test('nothing found is never a blank', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/search/?q=${encodeURIComponent('☃☃☃')}`);
    await settled(page.locator('main'));
    await page.locator('main').getByRole('link', { name: /522/ }).first().waitFor();
    expect(await page.locator('main a[href$="/troubleshoot/"]').count()).toBeGreaterThan(0);
  });

  test.for([
    ['error 525', '/525/'],
    ['HTTP/1.1 522', '/522/'],
    ['1016', '/1016/'],
    ['525 handshake', '/search/?q=525+handshake'],
    ['599', '/search/?q=599'],
  ])('the home page’s box: “%s” leads to %s', async ([typed, path], { visit }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/`, { waitUntil: 'networkidle' });
    await page
      .locator('main')
      .getByRole('searchbox')
      .first()
      .fill(typed ?? '');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.address}${path ?? ''}`);
  });

  test('the home page’s box leads to it without its script, by keyboard', async ({ visit }) => {
    const { page } = await visit({ expected: /ERR_FAILED/ });
    await page.route(/\.js$/, (route) => route.abort());
    await page.goto(`${site.address}/`);
    await page.unroute(/\.js$/);
    const field = page.locator('main').getByRole('searchbox').first();
    await field.focus();
    await page.keyboard.type('error 525');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=error+525');
    expect((await settled(page.locator('main')))[0]).toBe('/525/');
  });
});
