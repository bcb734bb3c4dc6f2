import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { awake, builtGraph, give, notice, stands } from '../support/troubleshooter.ts';
import { test } from '../support/visit.ts';

const site = inject('site');
const graph = builtGraph(site.dist);
const MARKUP = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  "javascript:alert(1)//'",
  '<svg/onload=alert(1)>',
];

/** Text of an address must stay text: no element of it, no script, no dialog (the visit watches for those). */
async function staysText(page: Page): Promise<void> {
  await page.waitForTimeout(200);
  expect(
    await page
      .locator(
        'img[src="x"], [onerror], [onload], script:not([src]):not([type="application/ld+json"]), [href^="javascript:"]',
      )
      .count(),
  ).toBe(0);
}

describe('an unknown code in the address', () => {
  test('/599/ answers 404 with a way on', async ({ visit }) => {
    const { page } = await visit({ expected: /404/ });
    const response = await page.goto(`${site.address}/599/`);
    expect(response?.status()).toBe(404);
    await page.locator('h1').waitFor();
    for (const target of ['/522/', '/troubleshoot/', '/causes/'])
      expect(await page.locator(`main a[href="${target}"]`).count(), target).toBeGreaterThan(0);
    await page.locator('main').getByRole('searchbox').fill('522');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=522');
  });

  test('/599/ without JavaScript', async ({ visit }) => {
    const { page } = await visit({ expected: /404/, javaScriptEnabled: false });
    await page.goto(`${site.address}/599/`);
    await page.locator('main a[href="/522/"]').first().click();
    expect(await page.locator('h1').innerText()).toContain('522');
  });

  test('markup in the path stays text', async ({ visit }) => {
    const { page } = await visit({ expected: /404/ });
    await page.goto(`${site.address}/${encodeURIComponent('<img src=x onerror=alert(1)>')}/`);
    await staysText(page);
  });
});

describe('a tampered address of the troubleshooter', () => {
  test('?code=abc: said, and the question is asked', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/troubleshoot/?code=abc`);
    await awake(page);
    expect(await notice(page)).toContain('no longer exists');
    await stands(page, graph, 'code');
    await give(page, 'mouse', graph, 'code', 'code-522');
  });

  test.for([
    ['code=522', 'time-522', '?code=code-522'],
    ['code=1016', 'target-name', '?code=code-1xxx&code-1xxx=code-1016'],
    ['code=502', 'who-502', '?code=code-5xx&code-neighbour=code-502'],
  ])('?%s: the bare number counts', async ([query, question, kept], { visit }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/troubleshoot/?${query ?? ''}`);
    await awake(page);
    await stands(page, graph, question ?? '');
    expect(new URL(page.url()).search).toBe(kept);
    expect(await page.getByText('no longer exists').count()).toBe(0);
  });

  test.for(MARKUP)('%s in every parameter', async (markup, { visit }) => {
    const { page } = await visit();
    const text = encodeURIComponent(markup);
    await page.goto(
      `${site.address}/troubleshoot/time-522/?code=${text}&time-522=${text}&seen=${text}&${text}=${text}#${text}`,
    );
    await awake(page);
    await staysText(page);
    await stands(page, graph, 'time-522');
  });

  test.for([
    ['the same answer twice', 'code=code-522&code=code-521'],
    ['broken percent signs', 'code=%E0%A4%A&time-522=%%%'],
    ['names of the language', '__proto__=none&constructor=none&toString=unsure&has-own-property=none'],
    ['an answer of another question', 'code=time-20&time-522=code-522'],
  ])('%s', async ([, query], { visit }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/troubleshoot/time-522/?${query ?? ''}`);
    await awake(page);
    expect(await page.locator('main li > a').count(), 'answers to choose from').toBeGreaterThan(2);
  });

  test('100 kB of query: said, and what could be read counts', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/troubleshoot/time-522/?code=code-522&junk=${'a,'.repeat(50_000)}`);
    await awake(page);
    expect(await notice(page)).toMatch(/could not be read|left out/);
    await give(page, 'mouse', graph, 'time-522', 'time-20');
    expect(page.url().length, 'the rubbish is gone from the address').toBeLessThan(300);
  });
});

describe('a tampered address of the search', () => {
  test.for(MARKUP)('%s', async (markup, { visit }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/search/?q=${encodeURIComponent(markup)}`);
    await page.locator('[data-settled="true"]').waitFor();
    await staysText(page);
    expect(await page.locator('main').getByRole('searchbox').inputValue()).toBe(markup);
  });

  test('100 kB of query leads on', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/search/?q=522%20${'x'.repeat(100_000)}`);
    await page.locator('[data-settled="true"]').waitFor();
    expect(await page.locator('main').innerText()).toMatch(/longer than|only its beginning/i);
    expect(await page.locator('main a[href="/522/"]').count()).toBeGreaterThan(0);
  });
});
