import type { AstroIntegration } from 'astro';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Gives scripts the codes that have a page, as import.meta.env.CODES: what the search offers when its index does not load.
 * In the script and not in the pages, because every page would have to carry them.
 */
export function codeList(): AstroIntegration {
  return {
    name: 'code-list',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const codes = readdirSync(fileURLToPath(new URL('../../content/errors', import.meta.url)))
          .map((file) => file.replace(/\.mdx$/, ''))
          .sort((a, b) => Number(a) - Number(b));
        updateConfig({ vite: { define: { 'import.meta.env.CODES': JSON.stringify(codes.join(' ')) } } });
      },
    },
  };
}
