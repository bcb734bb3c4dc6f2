import { describe, expect, inject } from 'vitest';
import { answersShown, awake, builtGraph, give, labelOf, stands } from './support/troubleshooter.ts';
import { test } from './support/visit.ts';

const guide = inject('guide');
const graph = builtGraph(guide.dist);

describe(`below ${guide.base}/`, () => {
  test.for(['/', '/522/', '/causes/', '/causes/fw-drop-cloudflare/', '/compare/', '/disputes/', '/sources/'])(
    '%s looks as it should',
    async (path, { visit }) => {
      const { page } = await visit();
      const failed: string[] = [];
      page.on('response', (response) => {
        if (response.status() >= 400) failed.push(response.url());
      });
      await page.goto(guide.address + path, { waitUntil: 'networkidle' });
      expect(failed).toEqual([]);
      expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
    },
  );

  test('the owner walks from 522 to a cause', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(`${guide.address}/522/`);
    await page.locator('main').getByRole('link', { name: 'Find the cause' }).first().click();
    await awake(page);
    await give(page, 'mouse', graph, 'time-522', 'time-90');
    expect(new URL(page.url()).pathname).toBe(`${guide.base}/troubleshoot/packets-b-522/`);
    await page.reload();
    await awake(page);
    expect(await answersShown(page)).toEqual(['code-522', 'time-90'].map((id) => labelOf(graph, id)));
    await give(page, 'mouse', graph, 'packets-b-522', 'none');
    await stands(page, graph, 'request-lost');
    await page.locator('main [data-cause]').first().getByRole('heading').getByRole('link').click();
    await page.waitForURL(`**${guide.base}/causes/*/`);
  });

  test('the search finds codes and words', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(`${guide.address}/causes/`);
    await page.keyboard.press('/');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    await page.keyboard.type('handshake');
    await dialog.locator('[data-settled="true"]').waitFor();
    const found = await dialog
      .locator('[data-search-results] a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    expect(found.length).toBeGreaterThan(1);
    expect(found.filter((path) => !path.startsWith(`${guide.base}/`))).toEqual([]);
    await page.goto(`${guide.address}/search/?q=error%20525`);
    await page.locator(`[data-search-results] a[href="${guide.base}/525/"]`).waitFor();
  });

  test('an unknown address gets the 404 page with its styles', async ({ visit }) => {
    const { page } = await visit({ expected: /404/ });
    const response = await page.goto(`${guide.address}/a/b/c/`);
    expect(response?.status()).toBe(404);
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
    expect(await page.locator(`main a[href="${guide.base}/522/"]`).count()).toBeGreaterThan(0);
  });
});
