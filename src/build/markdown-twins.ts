import type { AstroIntegration } from 'astro';
import type { Element, Root, Text } from 'hast';
import { defaultHandlers, type Handle } from 'hast-util-to-mdast';
import { toString } from 'hast-util-to-string';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { twinPath } from '../domain/text/twin.ts';

const DROPPED = new Set(['svg', 'button', 'form', 'script', 'input']);

function element(node: Root['children'][number]): Element | undefined {
  return node.type === 'element' ? node : undefined;
}

function find(nodes: Root['children'], tag: string): Element | undefined {
  for (const node of nodes) {
    const here = element(node);
    if (here === undefined) continue;
    const found = here.tagName === tag ? here : find(here.children, tag);
    if (found !== undefined) return found;
  }
  return undefined;
}

const text = (value: string): Text => ({ type: 'text', value });

function hasClass(node: Element, name: string): boolean {
  return Array.isArray(node.properties.className) && node.properties.className.includes(name);
}

/** Leaves out what only a screen needs, and puts marks where only the layout parts the words. */
function readable(nodes: Root['children']): Root['children'] {
  return nodes.flatMap((node) => {
    const here = element(node);
    if (here === undefined) return [node];
    // A word that the page explains reads on; its explanation stands at the foot of the twin too.
    if (here.properties.popoverTarget !== undefined) return readable(here.children);
    if (DROPPED.has(here.tagName) || here.properties.ariaHidden === 'true') return [];
    if (hasClass(here, 'dots')) return [text(' → ')];
    const children = readable(here.children) as Element['children'];
    const station =
      here.tagName === 'li' && children.some((child) => child.type === 'element' && child.tagName === 'b');
    return [
      {
        ...here,
        children: station
          ? children.flatMap((child, index) => (index === 0 ? [child] : [text(' · '), child]))
          : children,
      },
    ];
  });
}

/** Gives every address on the page its full form, so that the twin can be read anywhere. */
function whole(nodes: Root['children'], page: string): void {
  for (const node of nodes) {
    const here = element(node);
    if (here === undefined) continue;
    const { href } = here.properties;
    if (typeof href === 'string' && href.startsWith('#')) here.properties.href = `${page}${href}`;
    whole(here.children, page);
  }
}

/** A citation becomes a footnote mark. */
const link: Handle = (state, node: Element) => {
  if (node.properties.role !== 'doc-noteref') return defaultHandlers.a(state, node);
  const label = toString(node).trim();
  return { type: 'footnoteReference', identifier: label, label };
};

/** The list of sources becomes the footnotes. */
const orderedList: Handle = (state, node: Element) => {
  if (!hasClass(node, 'srcs')) return defaultHandlers.ol(state, node);
  const items = node.children.filter((child) => child.type === 'element');
  return items.map((item, index) => {
    const label = String(index + 1);
    return {
      type: 'footnoteDefinition' as const,
      identifier: label,
      label,
      children: state.toFlow(state.all(item)) as never,
    };
  });
};

/**
 * The main part of a built page as Markdown.
 * @param html the page
 * @param page its address, for links within the page
 */
function toMarkdown(html: string, page: string): string {
  const tree = unified().use(rehypeParse).parse(html);
  const main = find(tree.children, 'main');
  const children = readable(main?.children ?? []);
  whole(children, page);
  const markdown = unified()
    .use(rehypeRemark, { handlers: { a: link, ol: orderedList } })
    .use(remarkGfm)
    .runSync({ type: 'root', children } as never);
  return unified().use(remarkGfm).use(remarkStringify, { bullet: '-', rule: '-' }).stringify(markdown);
}

/** Writes a Markdown twin beside every built page: /522/ gets /522.md. */
export function markdownTwins(): AstroIntegration {
  let base = '/';
  return {
    name: 'markdown-twins',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': ({ dir, pages, logger }) => {
        const root = fileURLToPath(dir);
        let count = 0;
        for (const { pathname } of pages) {
          if (pathname.startsWith('404')) continue;
          const file = `${root}${pathname}index.html`;
          const html = readFileSync(file, 'utf8');
          const page = `${base.replace(/\/$/, '')}/${pathname}`;
          writeFileSync(`${root}${twinPath(`/${pathname}`).slice(1)}`, toMarkdown(html, page));
          count += 1;
        }
        logger.info(`wrote ${String(count)} Markdown twins`);
      },
    },
  };
}
