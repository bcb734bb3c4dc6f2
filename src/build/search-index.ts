import type { AstroIntegration } from 'astro';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { SearchIndex } from '../domain/search/model.ts';
import { packWords } from '../domain/search/text.ts';

/** What a page repeats from others, or lists without saying anything; each stands in full on a page of its own. */
const LEFT_OUT = 'form, nav, script, svg, #sources, #words, #confirm, #lookalikes, #siblings, #disputes, #code'.split(
  ', ',
);
/** The files of the engine that the search fetches. Its own user interfaces are not among them. */
const KEPT = /^(?:pagefind\.js|pagefind-entry\.json|pagefind\..*|wasm\.en\..*|index\/.*|fragment\/.*)$/;
const FRAGMENT = /^fragment\/(.*)\.pf_fragment$/;
/** Pagefind writes this before each of its own files. */
const MARK = 'pagefind_dcd';

/** Pages that the built-in index knows: only these have a name and a line to be shown with. */
function pagesOf({ entries }: SearchIndex): string[] {
  return [...new Set(entries.map(({ href }) => href.split('#')[0] ?? href))].sort();
}

/** What a fragment says of its page. */
function readFragment(fragment: Uint8Array) {
  return JSON.parse(gunzipSync(fragment).toString().replace(MARK, '')) as { url: string; content: string };
}

/**
 * The full-text engine, its index over some pages, and beside it two files of our own: `pages.json` names each page's fragment, and
 * `words.json` holds the telling words of all pages, which most queries need no engine for.
 * @param read gives the HTML of a page by its path
 * @param same words that mean the same
 * @throws when Pagefind refuses a page
 */
async function fullTextFiles(
  paths: readonly string[],
  read: (path: string) => string,
  same: SearchIndex['same'],
): Promise<Map<string, Uint8Array>> {
  const { index, errors } = await pagefind.createIndex({ rootSelector: 'main', excludeSelectors: LEFT_OUT });
  if (index === undefined) throw new Error(`the search index could not be made: ${errors.join('; ')}`);
  for (const path of paths) {
    const added = await index.addHTMLFile({ url: path, content: read(path) });
    if (added.errors.length > 0) throw new Error(`${path} could not be indexed: ${added.errors.join('; ')}`);
  }
  const { files } = await index.getFiles();
  await pagefind.close();
  const kept = new Map(files.filter(({ path }) => KEPT.test(path)).map(({ path, content }) => [path, content]));
  const pages = [...kept].flatMap(([name, content]) => {
    const id = FRAGMENT.exec(name)?.[1];
    return id === undefined ? [] : [{ id, ...readFragment(content) }];
  });
  const add = (name: string, data: unknown) => kept.set(name, Buffer.from(JSON.stringify(data)));
  add('pages.json', Object.fromEntries(pages.map(({ url, id }) => [url, id])));
  add('words.json', packWords(new Map(pages.map(({ url, content }) => [url, content])), same));
  return kept;
}

/** Writes the full-text index over the built pages that the built-in index knows. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const data = new URL('data/', dir);
        const [file = ''] = readdirSync(data).filter((name) => name.startsWith('search.'));
        const known = JSON.parse(readFileSync(new URL(file, data), 'utf8')) as SearchIndex;
        const paths = pagesOf(known);
        const read = (path: string): string => readFileSync(new URL(`.${path}index.html`, dir), 'utf8');
        const files = await fullTextFiles(paths, read, known.same);
        for (const folder of ['index', 'fragment']) mkdirSync(new URL(`pagefind/${folder}`, dir), { recursive: true });
        for (const [name, content] of files) writeFileSync(new URL(`pagefind/${name}`, dir), content);
        logger.info(`indexed ${String(paths.length)} pages`);
      },
    },
  };
}
