import type { Code, Link, Node, Parent, PhrasingContent, Root, Text } from 'mdast';
import { linkTarget, withBase } from '../domain/text/link.ts';
import { parseText } from '../domain/text/parse.ts';

interface MdxNode extends Node {
  value?: string;
}

function jsx(name: string, attributes: Record<string, string>, type = 'mdxJsxTextElement'): PhrasingContent {
  return {
    type,
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
    children: [],
  } as unknown as PhrasingContent;
}

function fromText(node: Text): PhrasingContent[] {
  return parseText(node.value).map((token): PhrasingContent => {
    if (token.type === 'cite') return jsx('Cite', { id: token.id });
    // A line end in the source is a space to the reader, and a space is packed better.
    return { type: 'text', value: 'text' in token ? token.text.replaceAll('\n', ' ') : `{${token.id}}` };
  });
}

/** `{connect}` is parsed by MDX as an expression; here it becomes the figure it names. */
function fromExpression(node: MdxNode): PhrasingContent {
  const source = (node.value ?? '').trim();
  const literal = /^'([^']*)'$/.exec(source)?.[1];
  if (literal !== undefined) return { type: 'text', value: literal };
  return jsx('Figure', { id: source });
}

/** A fence with where="…" and changes="…" after its language becomes a block with a caption. */
function fromFence(node: Code): PhrasingContent {
  const meta = Object.fromEntries(
    [...(node.meta ?? '').matchAll(/(\w+)="([^"]*)"/g)].map((match) => [match[1], match[2]]),
  ) as Record<string, string>;
  return jsx('Fence', { ...meta, lang: node.lang ?? '', code: node.value }, 'mdxJsxFlowElement');
}

function walk(node: Node, base: string): void {
  if (node.type === 'link') {
    const link = node as Link;
    const target = linkTarget(link.url);
    if (target !== undefined) link.url = target.startsWith('/') ? withBase(base, target) : target;
  }
  if (!('children' in node)) return;
  const parent = node as Parent;
  parent.children = parent.children.flatMap((child) => {
    if (child.type === 'code') return [fromFence(child)] as Parent['children'];
    if (child.type === 'text') return fromText(child);
    if ((child.type as string) === 'mdxTextExpression') return [fromExpression(child)] as Parent['children'];
    walk(child, base);
    return [child];
  });
}

/** Gives MDX the inline format of the content: figures, citations and links by id. */
export function remarkInline({ base }: { base: string }) {
  return (tree: Root): void => {
    walk(tree, base);
  };
}
