import { type Filters, passes } from '../../domain/search/filter.ts';
import type { SearchState } from './use-search.ts';

/** More than this nobody counts, and they are not all listed. */
const MANY = 20;

/** In a few words how far the search has come and what it found. */
export function status(state: SearchState, input: string, filters: Filters): string {
  if (input.trim() === '') return '';
  if (state.answer === undefined) return 'Loading the index …';
  const count = state.answer.hits.filter((hit) => passes(hit, filters)).length;
  if (count === 0) return state.settled ? 'Nothing was found.' : 'Searching …';
  const many = count > MANY ? `More than ${String(MANY)} results, the best first` : `${String(count)} results`;
  const words = `${count === 1 ? '1 result' : many}${state.settled ? '' : ' so far'}`;
  return state.answer.sure ? words : `${words}, and none that fits well.`;
}
