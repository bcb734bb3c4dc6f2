import type { PageText } from '../../domain/search/passage.ts';

/** Pagefind writes this before each of its own files. */
const MARK = 'pagefind_dcd';

/** The text of a file that Pagefind packed; some servers unpack such files before they send them. */
async function unpacked(response: Response): Promise<string> {
  const bytes = await response.arrayBuffer();
  const plain = new TextDecoder().decode(bytes);
  if (plain.startsWith(MARK)) return plain;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

/** Fetches the text of a page by its id in the full-text index. */
async function fetchText(base: string, id: string): Promise<PageText> {
  const response = await fetch(`${base}pagefind/fragment/${id}.pf_fragment`);
  if (!response.ok) throw new Error(String(response.status));
  return JSON.parse((await unpacked(response)).slice(MARK.length)) as PageText;
}

/** Gives the text of pages by their ids, and fetches each once. */
export function pageTexts(base: string): (id: string) => Promise<PageText> {
  const fetched = new Map<string, Promise<PageText>>();
  return (id) => {
    const held = fetched.get(id) ?? fetchText(base, id);
    fetched.set(id, held);
    // What did not come once may come the next time.
    held.catch(() => fetched.delete(id));
    return held;
  };
}
