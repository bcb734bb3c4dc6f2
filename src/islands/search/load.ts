import { codesOnly, type SearchIndex } from '../../domain/search/model.ts';
import { prepareIndex, type PreparedIndex, withText } from '../../domain/search/prepare.ts';
import type { TextIndex } from '../../domain/search/text-index.ts';
import type { SearchPlace } from './place.ts';

export interface LoadedIndex {
  readonly prepared: PreparedIndex;
  /** False when the index could not be loaded and only the codes are known. */
  readonly whole: boolean;
  /** Whether the words of the pages are on the way, there, or not to be had. */
  readonly text: 'coming' | 'here' | 'off';
}

async function json(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

/**
 * Fetches the built-in index and the words of the pages, both at once, and tells of each step. Never rejects: without the
 * index the codes are still found, without the words the names and causes.
 */
export async function loadIndex(place: SearchPlace, tell: (loaded: LoadedIndex) => void): Promise<LoadedIndex> {
  const words = json(place.text) as Promise<TextIndex>;
  // It is waited for below; until then a failure is no news.
  words.catch(() => undefined);
  const step = (loaded: LoadedIndex): LoadedIndex => {
    tell(loaded);
    return loaded;
  };
  let prepared: PreparedIndex;
  try {
    prepared = prepareIndex((await json(place.index)) as SearchIndex);
  } catch {
    return step({ prepared: prepareIndex(codesOnly(place.codes)), whole: false, text: 'off' });
  }
  step({ prepared, whole: true, text: 'coming' });
  try {
    return step({ prepared: withText(prepared, await words), whole: true, text: 'here' });
  } catch {
    return step({ prepared, whole: true, text: 'off' });
  }
}
