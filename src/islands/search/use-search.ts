import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Answer, search } from '../../domain/search/search.ts';
import { NO_TEXT, type TextWords } from '../../domain/search/text.ts';
import { fullText, type Passages } from './full-text.ts';
import { type LoadedIndex, loadIndex } from './load.ts';
import type { SearchPlace } from './place.ts';

/** What the search knows at the moment. */
export interface SearchState {
  /** Undefined until the built-in index has arrived. */
  readonly index: LoadedIndex | undefined;
  /** Undefined for an empty query. */
  readonly answer: Answer | undefined;
  readonly passages: Passages;
  /** True when the text of the pages cannot be searched. */
  readonly textOff: boolean;
  /** True when this query was answered without the text of the pages, which could be searched too. */
  readonly moreInText: boolean;
  /** True when nothing more is to come for this query. */
  readonly settled: boolean;
}

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
 * Answers from the built-in index at once; where that is not sure, or the reader wants more, the text of the pages is asked too.
 * @param asTyped true when the reader insists on the spelling
 * @param inText true when the reader wants the text searched
 */
export function useSearch(place: SearchPlace, input: string, asTyped: boolean, inText: boolean): SearchState {
  const [index, setIndex] = useState<LoadedIndex>();
  const [known, setKnown] = useState(NO_TEXT);
  const [textOff, setTextOff] = useState(false);
  const [passages, setPassages] = useState(NO_PASSAGES);
  const [text] = useState(() =>
    fullText(
      place.base,
      (words) => {
        setKnown((before) => new Map([...before, ...words]));
      },
      () => {
        setTextOff(true);
      },
    ),
  );
  useEffect(() => {
    void loadIndex(place).then(setIndex);
  }, [place]);

  const first = useAnswer(index, input, asTyped, NO_TEXT);
  const asks = useMemo(
    () => (first !== undefined && (inText || !first.known) && !textOff ? first.asks : []),
    [first, inText, textOff],
  );
  const asked = asks.every((word) => known.has(word));
  const words = useMemo(
    () => (asked ? new Map(asks.map((word) => [word, known.get(word) ?? new Map<string, number>()])) : NO_TEXT),
    [asks, asked],
  );
  const answer = useAnswer(index, input, asTyped, words);

  useEffect(() => (asked ? undefined : text.ask(asks)), [asks, asked]);
  useEffect(() => {
    setPassages(NO_PASSAGES);
    let current = true;
    if (words.size > 0)
      text.passages(answer?.hits ?? []).then(
        (found) => {
          if (current) setPassages(found);
        },
        // The results stand without their passages.
        () => undefined,
      );
    return () => {
      current = false;
    };
  }, [words, answer]);

  const settled = input.trim() === '' || (index !== undefined && asked);
  const moreInText = first?.known === true && first.asks.length > 0 && !inText && !textOff;
  return { index, answer, passages, textOff, moreInText, settled };
}
