import { existsSync } from 'node:fs';
import { describe, expect, inject } from 'vitest';
import { builtPages, fileOf, source } from '../support/pages.ts';
import { builtGraph, headingOf, labelOf } from '../support/troubleshooter.ts';
import { test } from '../support/visit.ts';

const site = inject('site');
const graph = builtGraph(site.dist);

/** Addresses that a built page's plain links name, without query and fragment. */
function linksIn(path: string): string[] {
  return [...source(site.dist, path).matchAll(/<a [^>]*href="(\/[^"?#]*)/g)].map((match) => match[1] ?? '');
}

describe('without JavaScript the question pages lead on', () => {
  const walkPages = builtPages(site.dist).filter((path) => path.startsWith('/troubleshoot/'));
  const ends = walkPages.filter((path) => Object.hasOwn(graph.ends, path.split('/')[2] ?? ''));
  const onwards = new Map(walkPages.map((path) => [path, linksIn(path)]));

  test('there is a page for each question and each end', () => {
    const nodes = [...Object.keys(graph.questions), ...Object.keys(graph.ends)].map((id) => `/troubleshoot/${id}/`);
    expect(walkPages).toEqual(expect.arrayContaining(nodes));
  });

  test.for(walkPages)('%s', (path) => {
    const missing = (onwards.get(path) ?? []).filter((to) => !existsSync(fileOf(site.dist, to)));
    expect(missing, 'links that lead nowhere').toEqual([]);
    const seen = new Set<string>();
    const open = [path];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      open.push(...(onwards.get(at) ?? []).filter((to) => onwards.has(to)));
    }
    const causes = [...seen]
      .filter((at) => ends.includes(at))
      .flatMap((end) => linksIn(end).filter((to) => /^\/causes\/[^/]+\/$/.test(to)));
    expect(causes.length, 'causes that its links lead to').toBeGreaterThan(0);
  });

  test('one walk from /522/ to a cause', async ({ visit }) => {
    const { page } = await visit({ javaScriptEnabled: false });
    await page.goto(`${site.address}/522/`);
    await page.locator('main').getByRole('link', { name: 'Find the cause' }).first().click();
    const way = ['time-20', 'scope-constant', 'record-right', 'syn-unanswered', 'rule-drop'];
    for (const symptom of way) {
      await page
        .locator('main li > a')
        .filter({ has: page.getByText(labelOf(graph, symptom), { exact: true }) })
        .click();
    }
    expect(await page.locator('h1').innerText()).toBe(headingOf(graph, 'server-drops'));
    await page.locator('main [data-cause="fw-drop-cloudflare"]').getByRole('heading').getByRole('link').click();
    expect(await page.locator('h1').innerText()).toBe(graph.causes['fw-drop-cloudflare']?.title);
  });

  test('what needs JavaScript does not offer itself', async ({ visit }) => {
    const { page } = await visit({ javaScriptEnabled: false });
    await page.goto(`${site.address}/troubleshoot/rules-522/`);
    expect(await page.getByRole('button').count(), 'buttons that do nothing').toBe(0);
    await page.goto(`${site.address}/search/?q=522`);
    expect(await page.locator('main').getByRole('link', { name: /522/ }).count()).toBeGreaterThan(0);
  });
});
