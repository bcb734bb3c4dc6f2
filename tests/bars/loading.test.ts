import { describe, expect, inject } from 'vitest';
import { compressed } from '../support/pages.ts';
import { awake, builtGraph, give } from '../support/troubleshooter.ts';
import { test, type Visit } from '../support/visit.ts';

const site = inject('site');
const graph = builtGraph(site.dist);
const TROUBLESHOOTER_SCRIPTS = 25 * 1024;
const GRAPH = 40 * 1024;
const ANALYZER_SCRIPTS = 25 * 1024;
const PATTERNS = 40 * 1024;
const FIRST_SEARCH = 120 * 1024;
const SEARCH_DATA = 40 * 1024;
/** With all words of all pages, which only the reader's own request brings: the engine, and a part of its index for each rare word. */
const ALL_WORDS = 300 * 1024;

function loaded({ requests }: Visit, kind: RegExp): string[] {
  return requests.map((address) => new URL(address).pathname).filter((path) => kind.test(path));
}

function bytes(paths: readonly string[]): number {
  return [...new Set(paths)].reduce((sum, path) => sum + compressed(site.dist, path), 0);
}

describe('what is loaded, and when', () => {
  test('the troubleshooter: scripts at most 25 kB, graph at most 40 kB, each fetched once for a whole walk', async ({
    visit,
  }) => {
    const reader = await visit();
    const { page } = reader;
    await page.goto(`${site.address}/troubleshoot/`);
    await awake(page);
    const scripts = loaded(reader, /\.js$/);
    expect(bytes(scripts), scripts.join(' ')).toBeLessThanOrEqual(TROUBLESHOOTER_SCRIPTS);
    const graphs = loaded(reader, /\/data\/troubleshooter/);
    expect(graphs).toHaveLength(1);
    expect(bytes(graphs)).toBeLessThanOrEqual(GRAPH);
    await give(page, 'mouse', graph, 'code', 'code-522');
    await give(page, 'mouse', graph, 'time-522', 'time-20');
    await page.locator('main details summary').first().click();
    await give(page, 'mouse', graph, 'scope-522', 'scope-constant');
    await page.locator('main details summary').first().click();
    await give(page, 'mouse', graph, 'record-522', 'record-wrong');
    const data = loaded(reader, /\/data\//);
    expect(data, 'no data file is fetched twice').toEqual([...new Set(data)]);
    expect(loaded(reader, /\/troubleshoot\//), 'an answer loads no page').toHaveLength(1);
  });

  test('the analyzer: scripts at most 25 kB, patterns at most 40 kB, fetched on first use and once', async ({
    visit,
  }) => {
    const reader = await visit();
    const { page } = reader;
    await page.goto(`${site.address}/analyze/`, { waitUntil: 'networkidle' });
    expect(loaded(reader, /\/data\//), 'nothing before there is a paste').toEqual([]);
    for (const text of ['error code: 522', 'error code: 525']) {
      await page.locator('#paste').fill(text);
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.locator(`[data-code="${text.slice(-3)}"]`).waitFor();
    }
    const scripts = loaded(reader, /\.js$/);
    expect(bytes(scripts), scripts.join(' ')).toBeLessThanOrEqual(ANALYZER_SCRIPTS);
    const patterns = loaded(reader, /\/data\/patterns/);
    expect(patterns).toHaveLength(1);
    expect(bytes(patterns)).toBeLessThanOrEqual(PATTERNS);
  });

  test('the search: nothing of it before it is opened', async ({ visit }) => {
    const reader = await visit();
    const { page } = reader;
    await page.goto(`${site.address}/522/`, { waitUntil: 'networkidle' });
    expect(loaded(reader, /search|pagefind|\/data\//i)).toEqual([]);
    await page.keyboard.press('/');
    await page.locator('dialog[open]').waitFor();
    await expect
      .poll(() => loaded(reader, /\/pagefind\//).length, {
        message: 'opening it fetches the small part of the full text',
      })
      .toBeGreaterThan(0);
  });

  test('the search: all of a first search at most 120 kB, its data at most 40 kB', async ({ visit }) => {
    const reader = await visit();
    const { page } = reader;
    await page.goto(`${site.address}/522/`, { waitUntil: 'networkidle' });
    const before = reader.requests.length;
    await page.keyboard.press('/');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.type('conection reset by a firewall');
    await page.locator('dialog [data-settled="true"]').waitFor();
    await page.locator('dialog [data-hit]').first().waitFor();
    const fetched = reader.requests.slice(before).map((address) => new URL(address).pathname);
    expect(fetched, 'nothing is fetched twice').toEqual([...new Set(fetched)]);
    expect(bytes(fetched), fetched.join(' ')).toBeLessThanOrEqual(FIRST_SEARCH);
    expect(bytes(fetched.filter((path) => path.includes('/data/search')))).toBeLessThanOrEqual(SEARCH_DATA);
  });

  test.for(['kubernetes ingress', 'how long does cloudflare wait before giving up', 'why does my laravel queue hang'])(
    '“%s” needs the text of the pages: the first search stays within 120 kB, and brings each file once',
    async (query, { visit }) => {
      const reader = await visit();
      const { page } = reader;
      await page.goto(`${site.address}/522/`, { waitUntil: 'networkidle' });
      const before = reader.requests.length;
      await page.keyboard.press('/');
      await page.locator('dialog[open]').waitFor();
      await page.keyboard.type(query);
      await expect.poll(() => loaded(reader, /words\.json$/)).toHaveLength(1);
      await page.locator('dialog [data-settled="true"]').waitFor();
      await expect
        .poll(() => loaded(reader, /fragment/).length, { message: 'its place in the text' })
        .toBeGreaterThan(0);
      await page.waitForTimeout(500);
      const fetched = reader.requests.slice(before).map((address) => new URL(address).pathname);
      expect(fetched, 'nothing is fetched twice').toEqual([...new Set(fetched)]);
      expect(bytes(fetched), fetched.join(' ')).toBeLessThanOrEqual(FIRST_SEARCH);
      expect(fetched.filter((path) => path.endsWith('.pf_fragment')).length, 'its place in the text').toBeGreaterThan(
        0,
      );
    },
  );

  test('the engine of the full text comes at the reader’s request, and once', async ({ visit }) => {
    const reader = await visit();
    const { page } = reader;
    await page.goto(`${site.address}/search/?q=kubernetes+ingress`);
    await page.getByRole('button', { name: 'Search the text of all pages too' }).click();
    await expect.poll(() => loaded(reader, /\.pagefind$/)).toHaveLength(1);
    await page.locator('main [data-settled="true"]').waitFor();
    await page.waitForTimeout(500);
    const fetched = loaded(reader, /pagefind|\/data\//);
    expect(fetched).toEqual([...new Set(fetched)]);
    expect(bytes(fetched), fetched.join(' ')).toBeLessThanOrEqual(ALL_WORDS);
    expect(await page.locator('main [data-hit]').count()).toBeGreaterThan(0);
  });

  test('a link under the pointer is fetched ahead, and only from this site', async ({ visit }) => {
    const reader = await visit();
    const { page } = reader;
    await page.goto(`${site.address}/522/`);
    await page.getByRole('link', { name: 'Compare' }).first().hover();
    await expect.poll(() => loaded(reader, /\/compare\//).length).toBeGreaterThan(0);
    await page.locator('#s1 a').first().hover();
    await page.waitForTimeout(400);
  });
});
