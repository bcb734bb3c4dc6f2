import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Answer, search } from '../../domain/search/search.ts';
import { NO_TEXT, type TextWords } from '../../domain/search/text.ts';
import { type Depth, fullText, type Passages } from './full-text.ts';
import { type LoadedIndex, loadIndex } from './load.ts';
import type { SearchPlace } from './place.ts';

/** What the search knows at the moment. */
export interface SearchState {
  /** Undefined until the built-in index has arrived. */
  readonly index: LoadedIndex | undefined;
  /** Undefined for an empty query. */
  readonly answer: Answer | undefined;
  readonly passages: Passages;
  /** True when the text of the pages, or a part of it, cannot be searched. */
  readonly textOff: boolean;
  /** True when this query was answered without all words of the pages, which could be searched too. */
  readonly moreInText: boolean;
  /** True when nothing more is to come for this query. */
  readonly settled: boolean;
}

/** Passages come when the typing pauses: each is a file, and a half-typed word would bring others. */
const PAUSE_MS = 300;

const NO_PASSAGES: Passages = new Map();

/** The state of a page on which nothing was typed. */
export const IDLE: SearchState = {
  index: undefined,
  answer: undefined,
  passages: NO_PASSAGES,
  textOff: false,
  moreInText: false,
  settled: true,
};

function useAnswer(index: LoadedIndex | undefined, input: string, asTyped: boolean, words: TextWords) {
  return useMemo(
    () => (index === undefined || input.trim() === '' ? undefined : search(index.prepared, input, asTyped, words)),
    [index, input, asTyped, words],
  );
}

/**
 * Answers from the built-in index at once; where that is not sure, the telling words of the pages are asked too, and all words where
 * the reader wants that.
 * @param asTyped true when the reader insists on the spelling
 * @param inText true when the reader wants all words of the pages searched
 */
export function useSearch(place: SearchPlace, input: string, asTyped: boolean, inText: boolean): SearchState {
  const [index, setIndex] = useState<LoadedIndex>();
  const [known, setKnown] = useState<Readonly<Record<Depth, TextWords>>>({ words: NO_TEXT, whole: NO_TEXT });
  const [off, setOff] = useState<readonly Depth[]>([]);
  const [passages, setPassages] = useState(NO_PASSAGES);
  const [text] = useState(() =>
    fullText(
      place.base,
      (depth, words) => {
        setKnown((before) => ({ ...before, [depth]: new Map([...before[depth], ...words]) }));
      },
      (depth) => {
        setOff((before) => [...new Set([...before, depth])]);
      },
    ),
  );
  useEffect(() => {
    void loadIndex(place).then(setIndex);
  }, [place]);

  const first = useAnswer(index, input, asTyped, NO_TEXT);
  const depth = inText && !off.includes('whole') ? 'whole' : 'words';
  const asks = useMemo(
    () => (first !== undefined && (inText || !first.known) && !off.includes(depth) ? first.asks : []),
    [first, inText, depth, off],
  );
  const held = known[depth];
  const asked = asks.every((word) => held.has(word));
  const words = useMemo(
    () => (asked ? new Map(asks.map((word) => [word, held.get(word) ?? new Map<string, number>()])) : NO_TEXT),
    [asks, asked, depth],
  );
  const answer = useAnswer(index, input, asTyped, words);

  useEffect(() => (asked ? undefined : text.ask[depth](asks)), [asks, asked, depth]);
  useEffect(() => {
    setPassages(NO_PASSAGES);
    if (words.size === 0) return undefined;
    let current = true;
    const show = (): void => {
      text.passages(answer?.hits ?? []).then(
        (found) => {
          if (current) setPassages(found);
        },
        // The results stand without their passages.
        () => undefined,
      );
    };
    const timer = setTimeout(show, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [words, answer]);

  const settled = input.trim() === '' || (index !== undefined && asked);
  const moreInText = settled && (first?.asks.length ?? 0) > 0 && !inText && off.length === 0;
  return { index, answer, passages, textOff: off.length > 0, moreInText, settled };
}
