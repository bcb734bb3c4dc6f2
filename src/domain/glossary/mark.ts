/** A word that can be explained. */
export interface MarkableTerm {
  readonly id: string;
  /** Spellings to find, exactly as they stand in the text. */
  readonly words: readonly string[];
  /** Phrases in which such a spelling means something else. */
  readonly except: readonly string[];
}

export interface MarkOptions {
  /** Address of the page of all words; a link to an entry there is a mark of the author's. */
  readonly glossary: string;
  /** How many words a page explains. Each is sent along with the page. */
  readonly most: number;
}

/** What the component of the words on a page begins with. */
const LIST = '<section class="sec" id="words"';
const ENTRY = /<p popover id="w-([a-z0-9-]+)">.*?<\/p>/gs;
/** A tag, with quoted attributes that may hold a >, or the text up to the next one. */
const PIECE = /<(?:"[^"]*"|'[^']*'|[^'"<>])*>|[^<]+|</g;
/** Parts of a page in which no word is explained: names, code, links, drawings. */
const CLOSED = new Set(
  'a button caption code dt figcaption h1 h2 h3 h4 kbd label nav pre q samp script style summary svg th'.split(' '),
);
const CLOSED_CLASS = / class="(?:route|vh|badges|note ran)\b/;

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');
}

/** Finds each spelling as a whole word, the longest first, so that a phrase wins over a word within it. */
function finder(terms: readonly MarkableTerm[]) {
  const ids = new Map<string, string | undefined>();
  for (const { except } of terms) for (const phrase of except) ids.set(phrase, undefined);
  for (const { id, words } of terms) for (const word of words) ids.set(word, id);
  const all = [...ids.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${all.join('|')})(?![\\p{L}\\p{N}_-])`, 'gu');
  return { pattern, idOf: (found: string) => ids.get(found.replace(/\s+/g, ' ')) };
}

/**
 * Turns the first use of each known word on a page into a button that brings up its explanation, and leaves in the page's
 * list of words those that it uses. Everything else keeps its bytes.
 * @param html a whole page; without a list of words it is returned as it is
 */
export function markTerms(html: string, terms: readonly MarkableTerm[], { glossary, most }: MarkOptions): string {
  const [from, to] = [html.indexOf('<main'), html.indexOf(LIST)];
  if (from < 0 || to < from || terms.length === 0) return html;
  const { pattern, idOf } = finder(terms);
  const used = new Set<string>();
  const take = (id: string | undefined): boolean => {
    if (id === undefined || used.has(id) || used.size >= most) return false;
    used.add(id);
    return true;
  };
  const button = (id: string, words: string): string =>
    `<button type="button" popovertarget="w-${id}">${words}</button>`;
  const marked = html
    .slice(from, to)
    .replace(
      new RegExp(`<a href="${escaped(glossary)}#([a-z0-9-]+)">([^<]*)</a>`, 'g'),
      (link, id: string, words: string) =>
        terms.some((term) => term.id === id) && take(id) ? button(id, words) : link,
    );
  let closed = { name: '', depth: 0 };
  const done = marked.replace(PIECE, (piece) => {
    if (!piece.startsWith('<')) {
      if (closed.depth > 0) return piece;
      return piece.replace(pattern, (words) => {
        const id = idOf(words);
        return id !== undefined && take(id) ? button(id, words) : words;
      });
    }
    const [, end, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(piece) ?? [];
    if (closed.depth > 0) {
      if (name === closed.name) closed.depth += end === '/' ? -1 : 1;
    } else if (end === '' && (CLOSED.has(name) || CLOSED_CLASS.test(piece))) closed = { name, depth: 1 };
    return piece;
  });
  return html.slice(0, from) + done + keepUsed(html.slice(to), used);
}

/** The rest of the page with the entries of the words that it uses; without any, the whole list goes. */
function keepUsed(rest: string, used: ReadonlySet<string>): string {
  const end = rest.indexOf('</section>') + '</section>'.length;
  const list =
    used.size === 0 ? '' : rest.slice(0, end).replace(ENTRY, (entry, id: string) => (used.has(id) ? entry : ''));
  return list + rest.slice(end);
}
