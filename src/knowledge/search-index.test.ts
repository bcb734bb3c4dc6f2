import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { linkTarget } from '../domain/text/link.ts';
import { loadKnowledge } from './load.ts';
import { toSearchIndex } from './search-index.ts';
import { SEARCH_PAGES } from './search-pages.ts';

const root = fileURLToPath(new URL('../../content', import.meta.url));
const { knowledge } = loadKnowledge(root, '2026-11-20');
if (knowledge === undefined) throw new Error('the content has errors; run the knowledge check first');
const index = toSearchIndex(knowledge);

it('holds every error, cause, guide and dispute', () => {
  const hrefs = new Set(index.entries.map((entry) => entry.href));
  for (const [kind, table] of [
    ['error', knowledge.errors],
    ['cause', knowledge.causes],
    ['guide', knowledge.guides],
    ['dispute', knowledge.disputes],
  ] as const) {
    for (const id of table.keys()) expect(hrefs).toContain(linkTarget(`${kind}:${id}`));
  }
});

it('holds every page of firewall rules and every check', () => {
  const hrefs = new Set(index.entries.map((entry) => entry.href));
  for (const { path } of SEARCH_PAGES) expect(hrefs).toContain(path);
  for (const id of knowledge.checks.keys()) expect(hrefs).toContain(linkTarget(`check:${id}`));
});

it('puts the page of a code first, then its causes', () => {
  for (const code of index.codes) {
    const [page, ...causes] = (index.byCode[code] ?? []).map((at) => index.entries[at]);
    expect(page?.href).toBe(`/${code}/`);
    if (knowledge.errors.get(code)?.status !== 'historic') expect(causes.length).toBeGreaterThan(0);
    for (const cause of causes) expect(cause?.codes).toContain(code);
  }
});

it('shows plain text: no marks of the content’s format', () => {
  for (const { title, line } of index.entries) expect(`${title} ${line}`).not.toMatch(/\[\^|\]\(|\*\*|\{[a-z]/);
});

it('leads the numbers inside a 530 to its page, where they have none of their own', () => {
  expect(index.inside).toEqual({});
  const errors = new Map([...knowledge.errors].filter(([code]) => code.length === 3));
  expect(toSearchIndex({ ...knowledge, errors }).inside).toMatchObject({ 1016: '530', 1033: '530' });
});

it('stays small', () => {
  expect(gzipSync(JSON.stringify(index)).length).toBeLessThan(40 * 1024);
});
