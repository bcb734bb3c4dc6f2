import { allWords, stem } from './words.ts';

/** A piece of an excerpt; marked when it is what was searched for. */
export interface ExcerptPart {
  readonly text: string;
  readonly marked: boolean;
}

/** A place in the text of a page that holds what was searched for. */
export interface Passage {
  /** Id of the section; empty for what stands in none. */
  readonly id: string;
  readonly heading: string;
  readonly excerpt: readonly ExcerptPart[];
}

/** The text of one page, as the full-text index keeps it. */
export interface PageText {
  /** Words, parted by white space; a heading ends with a full stop. */
  readonly content: string;
  /** Elements with an id, in order; `location` counts the words before it. */
  readonly anchors: readonly { readonly element: string; readonly id: string; readonly location: number }[];
}

/** Words that an excerpt shows, and how many of them stand before the first that was searched for. */
const EXCERPT_WORDS = 18;
const BEFORE = 6;
/** Longest heading that is read out of the text, in words. */
const HEADING_WORDS = 12;
const SECTION = /^(?:section|h\d)$/;

/** The first sentence of a section is its heading. */
function headingAt(words: readonly string[], at: number): string {
  const own = words.slice(at, at + HEADING_WORDS);
  const end = own.findIndex((word) => word.endsWith('.'));
  return end < 0
    ? ''
    : own
        .slice(0, end + 1)
        .join(' ')
        .slice(0, -1);
}

/**
 * Where a page holds a word most often.
 * @param word a word of the query as it was understood
 * @returns undefined when the page does not hold it
 */
export function passageIn({ content, anchors }: PageText, word: string): Passage | undefined {
  const wanted = stem(word);
  const words = content.split(/\s+/);
  const holds = words.map((one) => allWords(one).some((part) => stem(part) === wanted));
  const starts = anchors.filter(({ element, id }) => id !== '' && SECTION.test(element));
  const sections = [{ id: '', location: 0 }, ...starts].map(({ id, location }, at) => {
    const end = starts[at]?.location ?? words.length;
    return { id, location, end, count: holds.slice(location, end).filter(Boolean).length };
  });
  const [best] = sections.sort((a, b) => b.count - a.count);
  if (best === undefined || best.count === 0) return undefined;
  const first = holds.indexOf(true, best.location);
  const from = Math.max(best.location, first - BEFORE);
  const excerpt: ExcerptPart[] = words
    .slice(from, Math.min(best.end, from + EXCERPT_WORDS))
    .flatMap((text, at) => [
      ...(at === 0 ? [] : [{ text: ' ', marked: false }]),
      { text, marked: holds[from + at] === true },
    ]);
  return { id: best.id, heading: best.id === '' ? '' : headingAt(words, best.location), excerpt };
}
