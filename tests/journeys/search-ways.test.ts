import { describe, expect, inject } from 'vitest';
import { test } from '../support/visit.ts';

const site = inject('site');
const results = '[data-search-results] [data-hit]';
const search = (query: string) => `${site.address}/search/?${query}`;

describe('a way on from every query', () => {
  for (const query of ['qqzzxxw', '☃☃☃', 'best cheap pizza with cloudflare']) {
    test(`${query}: the codes, the troubleshooter and the analyzer are offered`, async ({ visit }) => {
      const { page } = await visit();
      await page.goto(search(`q=${encodeURIComponent(query)}`));
      const main = page.locator('main');
      await main.locator('[data-settled="true"]').waitFor();
      for (const path of ['/522/', '/troubleshoot/', '/analyze/'])
        expect(await main.locator(`.offers a[href="${path}"]`).count(), path).toBe(1);
    });
  }

  test('a misspelling: says what was searched for, and takes it as typed on demand', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(search('q=hnadshake'));
    await page.locator(`${results}[href="/525/"]`).waitFor();
    expect(await page.locator('main').innerText()).toMatch(/Searched for handshake instead/);
    await page.getByRole('button', { name: 'Search for “hnadshake”' }).click();
    await expect.poll(() => page.locator(results).count()).toBe(0);
    expect(await page.getByRole('searchbox').inputValue()).toBe('hnadshake');
  });

  test('“site works without cloudflare” leads to what explains it, with its section', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(search('q=site+works+without+cloudflare'));
    await page.locator('[data-settled="true"]').waitFor();
    expect(await page.locator(results).first().getAttribute('href')).toBe('/guides/test-origin-directly/');
  });
});

describe('filters', () => {
  test('narrow the results, stand in the address, and come back from it', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(search('q=firewall'));
    await page.locator('[data-settled="true"]').waitFor();
    await page.getByLabel('Kind', { exact: true }).selectOption('cause');
    await page.getByLabel('Code', { exact: true }).selectOption('521');
    await page.waitForURL('**/search/?q=firewall&code=521&kind=cause');
    const paths = await page.locator(results).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.every((path) => path?.startsWith('/causes/'))).toBe(true);
    await page.reload();
    await page.locator('[data-settled="true"]').waitFor();
    expect(await page.getByLabel('Kind', { exact: true }).inputValue()).toBe('cause');
    expect(await page.locator(results).count()).toBe(paths.length);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.waitForURL('**/search/?q=firewall');
  });

  test('a tampered address is a query without filters', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(search(`q=handshake&kind=%3Cb%3E&for=nobody&code=${'9'.repeat(5000)}`));
    await page.locator('[data-settled="true"]').waitFor();
    expect(await page.locator(results).count()).toBeGreaterThan(3);
  });
});

test('the one-key shortcut can be switched off, and stays off', async ({ visit }) => {
  const { page } = await visit();
  await page.goto(`${site.address}/522/`);
  await page.keyboard.press('/');
  const setting = page.getByRole('checkbox', { name: /opens the search/ });
  await setting.uncheck();
  await page.keyboard.press('Escape');
  await page.goto(`${site.address}/521/`);
  await page.locator('h1').click();
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await page.locator('dialog[open]').waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
  expect(await page.getByRole('checkbox', { name: /opens the search/ }).isChecked()).toBe(false);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe('{"slash":"off"}');
});
