import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { answersShown, awake, builtGraph, give, labelOf } from '../support/troubleshooter.ts';
import { test } from '../support/visit.ts';

const site = inject('site');
const graph = builtGraph(site.dist);
const FAILED = /Failed to load resource|ERR_FAILED/;

describe('what is blocked takes nothing away', () => {
  test('storage: the troubleshooter works, and the chosen access holds until the page is left', async ({ visit }) => {
    const { page, context } = await visit();
    await context.addInitScript(() => {
      const deny = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      for (const name of ['sessionStorage', 'localStorage']) Object.defineProperty(window, name, { get: deny });
    });
    await page.goto(`${site.address}/troubleshoot/packets-522/`);
    await awake(page);
    await page.getByLabel('Show checks up to').selectOption('browser');
    await expect.poll(() => page.getByText(/needs: a shell on the origin/i).count()).toBe(0);
    // What takes a shell stands folded for readers without one.
    await page.locator('.far > summary').click();
    await give(page, 'mouse', graph, 'packets-522', 'syn-unanswered');
    await page.goto(`${site.address}/search/?q=522`);
    await page.locator('[data-search-results] a[href$="/522/"]').waitFor();
  });

  const FOUND_WITHOUT_TEXT = [
    ['522', '/522/'],
    ['handshake', '/525/'],
    ['security group', '/causes/cloud-security-group/'],
  ] as const;

  async function answersWithoutText(page: Page): Promise<void> {
    for (const [query, path] of FOUND_WITHOUT_TEXT) {
      await page.goto(`${site.address}/search/?q=${query}`);
      await page.locator('[data-settled="true"]').waitFor();
      expect(await page.locator(`main [data-hit][href="${path}"]`).count(), `${query} leads to ${path}`).toBe(1);
      await page.getByText(/full text is off/i).waitFor();
    }
  }

  test('WebAssembly: codes, names and causes are found, and the search says what is off', async ({ visit }) => {
    const { page, context } = await visit();
    await context.addInitScript(() => {
      Reflect.deleteProperty(window, 'WebAssembly');
    });
    await answersWithoutText(page);
  });

  for (const [what, answer] of [
    ['does not come', { abort: true }],
    ['is the page of a captive portal', { status: 200, contentType: 'text/html', body: '<html>captive portal</html>' }],
    ['is JSON of something else', { status: 200, contentType: 'application/json', body: '{}' }],
  ] as const) {
    test(`the full text ${what}: codes, names and causes are found, and the search says what is off`, async ({
      visit,
    }) => {
      const { page } = await visit({ expected: /Failed to load (?:resource|module script)|ERR_FAILED/ });
      await page.route(/\/pagefind\//, (route) => ('abort' in answer ? route.abort() : route.fulfill(answer)));
      await answersWithoutText(page);
    });
  }

  test('the full text’s engine only: who asks for it keeps the results, and the search says what is off', async ({
    visit,
  }) => {
    const { page } = await visit({ expected: /Failed to load resource|ERR_FAILED|Failed to fetch|pagefind/i });
    await page.route(/\.pagefind$/, (route) => route.abort());
    await page.goto(`${site.address}/search/?q=kubernetes+ingress`);
    await page.getByRole('button', { name: 'Search the text of all pages too' }).click();
    await page.getByText(/full text is off/i).waitFor();
    await page.locator('[data-settled="true"]').waitFor();
    expect(await page.locator('main [data-hit]').count()).toBeGreaterThan(0);
    expect(await page.locator('main .offers a[href="/522/"]').count()).toBe(1);
  });

  test('the words of the pages only: what needs them gets the offers, and the search says what is off', async ({
    visit,
  }) => {
    const { page } = await visit({ expected: FAILED });
    await page.route(/words\.json$/, (route) => route.abort());
    await page.goto(`${site.address}/search/?q=kubernetes+ingress`);
    await page.getByText(/full text is off/i).waitFor();
    await page.locator('[data-settled="true"]').waitFor();
    expect(await page.locator('main .offers a[href="/522/"]').count()).toBe(1);
  });

  test('all of the search’s data: it says so and offers the codes', async ({ visit }) => {
    const { page } = await visit({ expected: FAILED });
    await page.route(/\/data\/search|\/pagefind\//, (route) => route.abort());
    await page.goto(`${site.address}/522/`);
    await page.keyboard.press('/');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    await page.keyboard.type('handshake');
    await dialog.locator('[data-settled="true"]').waitFor();
    expect(await dialog.innerText()).toMatch(/could not be loaded/);
    await dialog.locator('a[href="/525/"]').first().click();
    await page.waitForURL('**/525/');
  });

  test('the search’s own script: the link leads to the search page', async ({ visit }) => {
    const { page } = await visit({ expected: FAILED });
    await page.route(/_astro\/.*(dialog|Search).*\.js$/i, (route) => route.abort());
    await page.goto(`${site.address}/522/`);
    await page.locator('[data-search-open]').click();
    await page.waitForURL('**/search/');
    expect(await page.locator('main a[href="/522/"]').count()).toBeGreaterThan(0);
  });

  for (const [what, answer] of [
    ['the graph does not come', { abort: true }],
    ['the graph comes with status 500', { status: 500, body: 'broken' }],
    ['the graph is no JSON', { status: 200, contentType: 'application/json', body: '<html>captive portal</html>' }],
    ['the graph is JSON of something else', { status: 200, contentType: 'application/json', body: '{}' }],
  ] as const) {
    test(`${what}: said, and the plain links lead on`, async ({ visit }) => {
      const { page } = await visit({ expected: /Failed to load resource|ERR_FAILED|500/ });
      await page.route(/\/data\/troubleshooter/, (route) =>
        'abort' in answer ? route.abort() : route.fulfill(answer),
      );
      await page.goto(`${site.address}/troubleshoot/time-522/?code=code-522`);
      await page.getByText(/could not be loaded/).waitFor();
      await page
        .locator('main li > a')
        .filter({ has: page.getByText(labelOf(graph, 'time-20'), { exact: true }) })
        .click();
      await page.waitForURL(/\/troubleshoot\/scope-522\//);
      expect(await page.locator('main li > a').count()).toBeGreaterThan(2);
    });
  }

  test('the details of the checks: the questions go on', async ({ visit }) => {
    const { page } = await visit({ expected: FAILED });
    await page.route(/\/data\/checks/, (route) => route.abort());
    await page.goto(`${site.address}/troubleshoot/scope-522/?code=code-522&time-522=time-20`);
    await awake(page);
    await page.locator('main details summary').first().click();
    await give(page, 'mouse', graph, 'scope-522', 'scope-constant');
    expect(await answersShown(page)).toEqual(['code-522', 'time-20', 'scope-constant'].map((id) => labelOf(graph, id)));
  });

  test('the clipboard: the report says so and stays on the page', async ({ visit }) => {
    const { page, context } = await visit();
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('denied')) },
      });
    });
    await page.goto(`${site.address}/troubleshoot/server-drops/?rules-522=rule-drop`);
    await awake(page);
    await page.getByRole('button', { name: 'Copy the report' }).click();
    await page.getByRole('button', { name: /Selected/ }).waitFor();
    expect(await page.evaluate(() => getSelection()?.toString()), 'one key press copies it').toContain('PLEASE CHECK');
    expect(await page.locator('[data-report]').innerText()).toContain(labelOf(graph, 'rule-drop'));
  });
});
