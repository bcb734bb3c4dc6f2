import { codesOnly, type SearchIndex } from '../../domain/search/model.ts';
import { prepareIndex, type PreparedIndex } from '../../domain/search/prepare.ts';
import type { SearchPlace } from './place.ts';

export interface LoadedIndex {
  readonly prepared: PreparedIndex;
  /** False when the index could not be loaded and only the codes are known. */
  readonly whole: boolean;
}

/** Fetches the built-in index. Never rejects: without it the codes are still found. */
export async function loadIndex(place: SearchPlace): Promise<LoadedIndex> {
  try {
    const response = await fetch(place.index);
    if (!response.ok) throw new Error(String(response.status));
    return { prepared: prepareIndex((await response.json()) as SearchIndex), whole: true };
  } catch {
    return { prepared: prepareIndex(codesOnly(place.codes)), whole: false };
  }
}
