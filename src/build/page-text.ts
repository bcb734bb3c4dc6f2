import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** A part of a page: its text, and where it can be linked to. */
export interface PagePart {
  /** Id of the element to link to; empty for what stands in no section. */
  readonly id: string;
  readonly heading: string;
  text: string;
}

const DROPPED = new Set(['script', 'style', 'svg', 'form', 'button', 'nav']);
const HEADINGS = ['h1', 'h2', 'h3', 'h4'];
const CONTAINER = /^(?:section|article|div|li|details)$/;
const INLINE = /^(?:a|abbr|b|code|em|i|kbd|mark|small|span|strong|sub|sup|var)$/;
/** A list of references answers nobody. */
const LEFT_OUT = 'sources';

type Nodes = Readonly<Root['children']>;

function idOf({ properties }: Element): string {
  return typeof properties.id === 'string' ? properties.id : '';
}

function find(nodes: Nodes, tags: readonly string[]): Element | undefined {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const found = tags.includes(node.tagName) ? node : find(node.children, tags);
    if (found !== undefined) return found;
  }
  return undefined;
}

function collect(nodes: Nodes, into: PagePart, parts: PagePart[]): void {
  let current = into;
  const start = (id: string, heading: Element | undefined): PagePart => {
    const words = heading === undefined ? '' : toString(heading).replace(/\s+/g, ' ').trim();
    const part = { id, heading: words, text: '' };
    parts.push(part);
    return part;
  };
  for (const node of nodes) {
    if (node.type === 'text') current.text += node.value;
    if (node.type !== 'element' || DROPPED.has(node.tagName)) continue;
    const id = idOf(node);
    if (id === LEFT_OUT) continue;
    const holds = id !== '' && CONTAINER.test(node.tagName);
    if (id !== '' && HEADINGS.includes(node.tagName)) current = start(id, node);
    collect(node.children, holds ? start(id, find(node.children, HEADINGS)) : current, parts);
    if (!INLINE.test(node.tagName)) current.text += ' ';
  }
}

/**
 * The parts of a built page. An element with an id holds one, and a heading with an id starts one that goes on to the end of
 * what it stands in.
 * @returns what stands in no part first; undefined when the page has no main element
 */
export function pageParts(html: string): PagePart[] | undefined {
  const main = find(unified().use(rehypeParse).parse(html).children, ['main']);
  if (main === undefined) return undefined;
  const top: PagePart = { id: '', heading: '', text: '' };
  const parts = [top];
  collect(main.children, top, parts);
  return parts;
}
