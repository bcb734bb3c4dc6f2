import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Answer, search } from '../../domain/search/search.ts';
import { type LoadedIndex, loadIndex } from './load.ts';
import type { SearchPlace } from './place.ts';

/** What the search knows at the moment. */
export interface SearchState {
  /** Undefined until the built-in index has arrived. */
  readonly index: LoadedIndex | undefined;
  /** Undefined for an empty query. */
  readonly answer: Answer | undefined;
  /** True when the words of the pages cannot be searched. */
  readonly textOff: boolean;
  /** True when nothing more is to come for this query. */
  readonly settled: boolean;
}

/** The state of a page on which nothing was typed. */
export const IDLE: SearchState = { index: undefined, answer: undefined, textOff: false, settled: true };

/**
 * Answers from what has arrived: every key gets its answer at once, and a better one when the words of the pages come.
 * @param asTyped true when the reader insists on the spelling
 */
export function useSearch(place: SearchPlace, input: string, asTyped: boolean): SearchState {
  const [index, setIndex] = useState<LoadedIndex>();
  useEffect(() => {
    void loadIndex(place, setIndex);
  }, [place]);
  const answer = useMemo(
    () => (index === undefined || input.trim() === '' ? undefined : search(index.prepared, input, asTyped)),
    [index, input, asTyped],
  );
  const settled = input.trim() === '' || (index !== undefined && index.text !== 'coming');
  return { index, answer, textOff: index?.text === 'off', settled };
}
