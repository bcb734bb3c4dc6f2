import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { compressed } from '../support/pages.ts';
import { focused, HANDS, tabTo } from '../support/hand.ts';
import { test } from '../support/visit.ts';

const site = inject('site');
const SECRET = 'zq7secretzq7';
const PASTE = `Cookie: session=${SECRET}\nHTTP/2 522\nserver: cloudflare\ncf-ray: a23c92d51bc8a952-FRA\n\nerror code: 522`;
const SCRIPTS = 4 * 1024;

/** Pastes into the field that has the focus, as a browser does: first the event, then, unless it was taken, the text. */
async function paste(field: Locator, text: string): Promise<void> {
  await field.evaluate((input, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData });
    if (input.dispatchEvent(event)) (input as HTMLInputElement).value = pasted.replaceAll('\n', '');
  }, text);
}

const LINE =
  'Connection timed out Error code 522 Visit cloudflare.com for more information. 2026-11-21 03:12:44 UTC You Browser Working Berlin';
const WHOLE = `${LINE}\nCloudflare\nWorking\n${SECRET}.example\nHost\nError\nWhat happened?\nCloudflare Ray ID: 9a1b2c3d4e5f6789\nYour IP: Click to reveal`;
/** Ways by which text comes into a field without a paste event: a keyboard's clipboard, or a field that was filled and Enter. */
const WAYS: readonly (readonly [string, (field: Locator, text: string) => Promise<void>])[] = [
  ['put in by the keyboard', async (field, text) => field.page().keyboard.insertText(text)],
  [
    'in the field, and Enter',
    async (field, text) => {
      await field.evaluate(
        (input, value) => {
          (input as HTMLInputElement).value = value;
          input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        },
        text.replaceAll('\n', ' '),
      );
      await field.press('Enter');
    },
  ],
];

async function box(page: Page): Promise<Locator> {
  await page.goto(`${site.address}/`, { waitUntil: 'networkidle' });
  return page.locator('form.ask input');
}

describe('the box of the home page', () => {
  test.for(HANDS)('by %s: a paste is read below it and goes nowhere', async (hand, { visit }) => {
    const { page, requests } = await visit();
    const field = await box(page);
    if (hand === 'mouse') await field.click();
    else await tabTo(field);
    await paste(page.locator(':focus'), PASTE);
    await page.locator('[data-analysis="recognised"][data-code="522"]').waitFor();
    expect(await focused(page)).toContain('Error 522');
    expect(await field.inputValue()).toBe('');
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/');
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, history.state]),
    );
    expect([...requests, kept].filter((text) => text.includes(SECRET))).toEqual([]);
    await paste(field, PASTE.replaceAll('522', '525'));
    await page.locator('[data-code="525"]').waitFor();
    expect(await page.locator('#paste').count()).toBe(1);
  });

  test.for(WAYS)('a page %s is read there, and no address has it', async ([, put], { visit }) => {
    const { page, requests } = await visit();
    const field = await box(page);
    for (const text of [LINE, WHOLE.replaceAll('522', '525')]) {
      await field.focus();
      await put(field, text);
      await page.locator(`[data-code="${text === LINE ? '522' : '525'}"]`).waitFor();
      expect(await field.inputValue()).toBe('');
    }
    expect(await page.locator('dl.facts').innerText()).toContain('9a1b2c3d4e5f6789');
    expect(requests.filter((address) => /zq7secret|9a1b2c3d|Berlin/.test(address))).toEqual([]);
    expect(new URL(page.url()).search).toBe('');
  });

  test('a dropped file is read there too', async ({ visit }) => {
    const { page } = await visit();
    const field = await box(page);
    await field.evaluate((input, text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'page.txt', { type: 'text/plain' }));
      input.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    }, PASTE);
    await page.locator('[data-code="522"]').waitFor();
  });

  test.for([
    ['522', '/522/'],
    ['connection timed out', '/search/?q=connection+timed+out'],
  ])('“%s” pasted stays in the field and is looked up', async ([text = '', path = ''], { visit }) => {
    const { page } = await visit();
    const field = await box(page);
    await field.focus();
    await paste(field, text);
    expect(await field.inputValue()).toBe(text);
    await page.keyboard.press('Enter');
    await page.waitForURL(site.address + path);
    expect(await page.locator('[data-analyzer] textarea').count()).toBe(0);
  });

  test('its scripts are at most 4 kB before the reader acts, and nothing of the analyzer comes', async ({ visit }) => {
    const { page, requests } = await visit();
    await box(page);
    const paths = [...new Set(requests.map((address) => new URL(address).pathname))];
    const scripts = paths.filter((path) => path.endsWith('.js'));
    const bytes = scripts.reduce((sum, path) => sum + compressed(site.dist, path), 0);
    expect(bytes, scripts.join(' ')).toBeLessThanOrEqual(SCRIPTS);
    expect(paths.filter((path) => path.includes('/data/'))).toEqual([]);
    expect(await page.locator('[data-analyzer]').isVisible()).toBe(false);
  });

  test('the analyzer does not come: its own page is opened, and the paste goes nowhere', async ({ visit }) => {
    const { page, requests } = await visit({ expected: /Failed to load resource|ERR_FAILED/ });
    await page.route(/in-place/, (route) => route.abort());
    await paste(await box(page), PASTE);
    await page.waitForURL('**/analyze/');
    expect(requests.filter((address) => address.includes(SECRET))).toEqual([]);
  });
});

describe('the search', () => {
  test('its page reads a paste in place', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/search/`);
    await page.locator('main [data-settled="true"]').waitFor();
    await paste(page.locator('main').getByRole('searchbox'), PASTE);
    await page.locator('[data-code="522"]').waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  test.for(WAYS)('its page reads a page %s, and no address has it', async ([, put], { visit }) => {
    const { page, requests } = await visit();
    await page.goto(`${site.address}/search/`);
    await page.locator('main [data-settled="true"]').waitFor();
    const field = page.locator('main').getByRole('searchbox');
    await field.focus();
    await put(field, WHOLE);
    await page.locator('[data-code="522"]').waitFor();
    await field.blur();
    expect(await field.inputValue()).toBe('');
    expect(requests.filter((address) => address.includes(SECRET))).toEqual([]);
    expect(new URL(page.url()).search).toBe('');
  });

  test.for(WAYS)(
    'the dialog where no analyzer is offers it for a page %s, and goes nowhere',
    async ([, put], { visit }) => {
      const { page } = await visit();
      await page.goto(`${site.address}/522/`, { waitUntil: 'networkidle' });
      await page.keyboard.press('Control+k');
      const field = page.locator('dialog[open]').getByRole('searchbox');
      await field.waitFor();
      await field.focus();
      await put(field, WHOLE);
      await page.locator('dialog[open]').getByRole('link', { name: 'Open the analyzer' }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/522/');
    },
  );

  test.for([
    ['/', 'reads it on the page below'],
    ['/522/', 'offers the analyzer'],
  ])('the dialog over %s %s', async ([path = ''], { visit }) => {
    const { page } = await visit();
    await page.goto(`${site.address}${path}`, { waitUntil: 'networkidle' });
    await page.keyboard.press('Control+k');
    await page.locator('dialog[open]').waitFor();
    await paste(page.locator('dialog[open]').getByRole('searchbox'), PASTE);
    if (path === '/') {
      await page.locator('[data-code="522"]').waitFor();
      expect(await page.locator('dialog[open]').count()).toBe(0);
    } else {
      await page.locator('dialog[open]').getByRole('link', { name: 'Open the analyzer' }).click();
      await page.waitForURL('**/analyze/');
    }
  });
});
