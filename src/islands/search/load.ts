import { codesOnly, type SearchIndex } from '../../domain/search/model.ts';
import { prepareIndex, type PreparedIndex } from '../../domain/search/prepare.ts';
import { fetchJson } from '../shared/fetch-json.ts';
import type { SearchPlace } from './place.ts';

export interface LoadedIndex {
  readonly prepared: PreparedIndex;
  /** False when the index could not be loaded and only the codes are known. */
  readonly whole: boolean;
}

/** Fetches the built-in index. Never rejects: without it the codes are still found. */
export async function loadIndex(place: SearchPlace): Promise<LoadedIndex> {
  try {
    return { prepared: prepareIndex(await fetchJson<SearchIndex>(place.index)), whole: true };
  } catch {
    return { prepared: prepareIndex(codesOnly(place.codes)), whole: false };
  }
}
