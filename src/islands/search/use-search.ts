import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Answer, search } from '../../domain/search/search.ts';
import { withBase } from '../../domain/text/link.ts';
import { loadFullText, pageAddress, type TextHit, type TextQuery } from './full-text.ts';
import { latestOnly } from './latest.ts';
import { type LoadedIndex, loadIndex } from './load.ts';
import type { SearchPlace } from './place.ts';

/** What the search knows at the moment. */
export interface SearchState {
  /** Undefined until the built-in index has arrived. */
  readonly index: LoadedIndex | undefined;
  /** Undefined for an empty query. */
  readonly answer: Answer | undefined;
  readonly texts: readonly TextHit[];
  /** True when the full text cannot be searched. */
  readonly textOff: boolean;
  /** True when nothing more is to come for this query. */
  readonly settled: boolean;
}

/** The state of a page on which nothing was typed. */
export const IDLE: SearchState = { index: undefined, answer: undefined, texts: [], textOff: false, settled: true };

const NONE = { query: '', hits: [] as readonly TextHit[] };

/** Answers from the built-in index at once, and adds the full text when it arrives. */
export function useSearch(place: SearchPlace, input: string): SearchState {
  const [index, setIndex] = useState<LoadedIndex>();
  const [found, setFound] = useState(NONE);
  const [textOff, setTextOff] = useState(false);
  const answer = useMemo(
    () => (index === undefined || input.trim() === '' ? undefined : search(index.prepared, input)),
    [index, input],
  );
  const wanted = answer?.fullText ?? '';

  useEffect(() => {
    void loadIndex(place).then(setIndex);
  }, [place]);

  const [ask] = useState(() => {
    const engine = loadFullText(place.base);
    const off = () => {
      setTextOff(true);
    };
    engine.catch(off);
    return latestOnly(
      async (query: TextQuery) => (await engine)(query),
      ({ query }, hits) => {
        setFound({ query, hits });
      },
      off,
    );
  });

  useEffect(() => {
    if (wanted === '') return;
    const known = new Set(answer?.hits.map((entry) => withBase(place.base, pageAddress(entry.href))));
    ask({ query: wanted, known });
  }, [ask, wanted, index]);

  const arrived = wanted === '' || found.query === wanted;
  const settled = input.trim() === '' || (index !== undefined && (arrived || textOff));
  return { index, answer, texts: wanted !== '' && arrived ? found.hits : NONE.hits, textOff, settled };
}
