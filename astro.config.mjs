import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { codeList } from './src/build/code-list.ts';
import { markdownTwins } from './src/build/markdown-twins.ts';
import { knowledgeCheck } from './src/build/knowledge-check.ts';
import { remarkInline } from './src/build/remark-inline.ts';
import { searchIndex } from './src/build/search-index.ts';

const site = process.env.SITE_URL;
if (!site) console.warn('SITE_URL is not set: canonical addresses, the sitemap and OpenSearch are left out.');
const base = `/${(process.env.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '')}`;

export default defineConfig({
  ...(site ? { site } : {}),
  base,
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' },
  // No inline scripts: the content security policy allows files of our own only.
  vite: {
    build: { assetsInlineLimit: 0 },
    // Astro's own names spell out the component; every page would carry them.
    environments: { client: { build: { rolldownOptions: { output: { entryFileNames: '_astro/[hash].js' } } } } },
  },
  markdown: {
    processor: unified({ remarkPlugins: [[remarkInline, { base }]], smartypants: false }),
    syntaxHighlight: false,
  },
  integrations: [knowledgeCheck(), codeList(), mdx(), preact(), searchIndex(), markdownTwins()],
  devToolbar: { enabled: false },
});
