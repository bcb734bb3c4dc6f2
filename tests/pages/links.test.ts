import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject } from 'vitest';
import { partsOf, type PageParts } from '../support/html.ts';
import { builtPages, fileOf, source } from '../support/pages.ts';
import { test } from '../support/visit.ts';

const PUBLIC = 'https://guide.example';

describe.for([inject('site'), inject('guide')])('every link of the build at "$base"', ({ dist, base }) => {
  const pages = builtPages(dist);
  const parts = new Map<string, PageParts>();

  function isFile(path: string): boolean {
    const file = fileOf(dist, path);
    return existsSync(file) && statSync(file).isFile();
  }

  /** Why an address on a page is wrong; undefined when it is right or leads to another site. */
  function wrong(from: string, link: string): string | undefined {
    if (link === '') return 'is empty';
    const address = new URL(link, `${PUBLIC}${base}${from}`);
    if (address.origin !== PUBLIC)
      return /^(https|mailto):$/.test(address.protocol) ? undefined : 'is neither https nor ours';
    if (!address.pathname.startsWith(`${base}/`)) return 'leaves the base path';
    const path = decodeURIComponent(address.pathname.slice(base.length));
    if (!isFile(path)) return 'leads nowhere';
    const id = decodeURIComponent(address.hash.slice(1));
    if (id !== '' && parts.get(path)?.ids.includes(id) !== true) return 'names an anchor that is not there';
    return undefined;
  }

  test('leads to a page, a file or an anchor', async ({ visit }) => {
    const { page } = await visit();
    for (const path of pages) parts.set(path, await partsOf(page, source(dist, path)));
    const broken = new Map<string, string[]>();
    for (const [path, { links }] of parts) {
      for (const link of new Set(links)) {
        const reason = wrong(path, link);
        if (reason !== undefined) broken.set(`${link} ${reason}`, [...(broken.get(`${link} ${reason}`) ?? []), path]);
      }
    }
    const told = [...broken].map(
      ([what, where]) =>
        `${what}: on ${where.slice(0, 3).join(', ')}${where.length > 3 ? ` and ${String(where.length - 3)} more` : ''}`,
    );
    expect(told).toEqual([]);
  });

  test('every page can be reached from the first one', async ({ visit }) => {
    const { page } = await visit();
    const seen = new Set<string>(['/404.html']);
    const open = ['/'];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at) || !isFile(at) || !pages.includes(at)) continue;
      seen.add(at);
      const { links } = await partsOf(page, source(dist, at));
      for (const link of links) {
        const address = new URL(link, `${PUBLIC}${base}${at}`);
        if (address.origin === PUBLIC) open.push(address.pathname.slice(base.length));
      }
    }
    expect(
      pages.filter((path) => !seen.has(path)),
      'pages that nothing links to',
    ).toEqual([]);
  });

  test('no id stands twice on a page', () => {
    const twice = [...parts].flatMap(([path, { ids }]) =>
      ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${path}#${id}`),
    );
    expect(twice).toEqual([]);
  });

  test('nothing inline that a strict policy would block, and a policy on every page', () => {
    expect(
      [...parts]
        .filter(([, { inline }]) => inline.length > 0)
        .map(([path, { inline }]) => `${path}: ${[...new Set(inline)].join(', ')}`),
    ).toEqual([]);
    const weak = [...parts].filter(
      ([, { csp }]) =>
        csp === undefined || !csp.includes("default-src 'none'") || /unsafe-inline|'unsafe-eval'|\*|https?:/.test(csp),
    );
    expect(
      weak.map(([path]) => path),
      'pages without a strict policy',
    ).toEqual([]);
  });
});

describe('the build with a public address', () => {
  const { dist, base } = inject('guide');

  test('lists in its sitemap exactly the pages that may be found', () => {
    const listed = [...readFileSync(join(dist, 'sitemap.xml'), 'utf8').matchAll(/<loc>([^<]*)<\/loc>/g)]
      .map((match) => match[1] ?? '')
      .sort();
    const wanted = builtPages(dist).filter(
      (path) => path !== '/404.html' && !source(dist, path).includes('name="robots" content="noindex"'),
    );
    expect(listed).toEqual(wanted.map((path) => `${PUBLIC}${base}${path}`).sort());
  });

  test('names each page’s canonical address', () => {
    const wrong = builtPages(dist).filter((path) => {
      const canonical = /<link rel="canonical" href="([^"]*)"/.exec(source(dist, path))?.[1];
      return path !== '/404.html' && canonical !== `${PUBLIC}${base}${path}`;
    });
    expect(wrong).toEqual([]);
  });

  test('describes its search to browsers', () => {
    const text = readFileSync(join(dist, 'opensearch.xml'), 'utf8');
    expect(text).toContain(`${PUBLIC}${base}/search/?q={searchTerms}`);
  });
});
