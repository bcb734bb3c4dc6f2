import { describe, expect, inject } from 'vitest';
import { HANDS, tabTo, use } from '../support/hand.ts';
import { errorPages } from '../support/pages.ts';
import { test } from '../support/visit.ts';

const site = inject('site');
const PHONE = { viewport: { width: 390, height: 844 } };

describe('a visitor opens /522/ on a phone', () => {
  for (const javaScriptEnabled of [true, false]) {
    test(`and reads what it means without scrolling, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
      visit,
    }) => {
      const { page } = await visit({ ...PHONE, javaScriptEnabled });
      await page.goto(`${site.address}/522/`);
      const meaning = (await page.locator('meta[name="description"]').getAttribute('content')) ?? '';
      expect(meaning).toMatch(/Cloudflare/);
      for (const part of [page.locator('h1'), page.getByText(meaning, { exact: true }).first()]) {
        // A range has a box also where the element itself has none (display: contents).
        const bottom = await part.evaluate((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          return range.getBoundingClientRect().bottom;
        });
        expect(bottom, `${await part.innerText()} ends on the first screen`).toBeLessThanOrEqual(844);
      }
      const side = await page.getByText('Whose side', { exact: true }).boundingBox();
      const visitor = await page.locator('#visitor').boundingBox();
      expect(
        Math.min(side?.y ?? 9999, visitor?.y ?? 9999),
        'whose side it is, or the visitor’s block, begins on the first screen',
      ).toBeLessThan(844);
    });
  }

  for (const hand of HANDS) {
    test(`and gets to the sources and back to the top with the ${hand}`, async ({ visit }) => {
      const { page } = await visit(PHONE);
      await page.goto(`${site.address}/522/`);
      const cite = page.locator('main a[href^="#s"]').first();
      const target = await cite.getAttribute('href');
      await use(hand, cite);
      await expect.poll(() => page.evaluate(() => location.hash)).toBe(target);
      expect(await page.locator(`main ${target ?? ''}`).isVisible()).toBe(true);
    });
  }

  test('and skips the navigation with the first Tab', async ({ visit }) => {
    const { page } = await visit(PHONE);
    await page.goto(`${site.address}/522/`);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the content' });
    const box = await skip.boundingBox();
    expect(box?.y, 'the skip link shows when it has the focus').toBeGreaterThanOrEqual(0);
    await tabTo(skip);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
  });
});

describe('without JavaScript every error page says the same', () => {
  test.for(errorPages(site.dist))('%s', async (path, { visit }) => {
    const texts: string[] = [];
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await visit({ javaScriptEnabled });
      await page.goto(site.address + path);
      for (const audience of ['visitor', 'owner', 'sysadmin', 'developer', 'api-client']) {
        expect(await page.locator(`#${audience}`).isVisible(), `${audience} is addressed`).toBe(true);
      }
      const text = await page.locator('main').innerText();
      texts.push(text.replace(/\bcopy\b/gi, '').replace(/\s+/g, ' '));
    }
    expect(texts[1]).toBe(texts[0]);
  });
});
