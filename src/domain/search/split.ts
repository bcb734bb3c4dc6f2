import { STOP } from './words.ts';

const SHORTEST_PART = 3;
const SHORTEST_WHOLE = 7;
const MOST_PARTS = 5;

/**
 * Takes a run-together word apart into words that are known: "webserverisdown" → web, server, is, down. The fewest parts win.
 * @returns undefined when it cannot be taken apart without a rest
 */
export function splitWord(word: string, known: (part: string) => boolean): string[] | undefined {
  if (word.length < SHORTEST_WHOLE || known(word)) return undefined;
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    for (let start = Math.max(0, end - 20); start < end; start += 1) {
      const before = best[start];
      const part = word.slice(start, end);
      if (before === undefined || before.length >= MOST_PARTS) continue;
      if (!(STOP.has(part) || (part.length >= SHORTEST_PART && known(part)))) continue;
      const held = best[end];
      if (held === undefined || before.length + 1 < held.length) best[end] = [...before, part];
    }
  }
  const parts = best[word.length];
  const carries = parts?.some((part) => !STOP.has(part)) === true;
  return carries && parts.length > 1 ? [...parts] : undefined;
}
