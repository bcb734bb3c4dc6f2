import { isMarker } from './parse.ts';

/**
 * Numbers the sources of a page in the order in which its texts cite them.
 * @param texts the page's texts in reading order, with [^id] marks
 * @param rest ids that stand in the list without being cited in a text
 */
export function numberCites(texts: readonly string[], rest: readonly string[] = []): Map<string, number> {
  const numbers = new Map<string, number>();
  const add = (id: string): void => {
    if (!isMarker(id) && !numbers.has(id)) numbers.set(id, numbers.size + 1);
  };
  for (const text of texts) for (const match of text.matchAll(/\[\^([a-z0-9-]+)\]/g)) add(match[1] ?? '');
  rest.forEach(add);
  return numbers;
}

/** Every text in a piece of data, depth first: what a page may cite from. */
export function textsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  if (Array.isArray(data)) return data.flatMap(textsIn);
  if (typeof data === 'object' && data !== null) return Object.values(data).flatMap(textsIn);
  return [];
}
