import { type Filters, passes } from '../../domain/search/filter.ts';
import type { SearchState } from './use-search.ts';

/** In a few words how far the search has come and what it found. */
export function status(state: SearchState, input: string, filters: Filters): string {
  if (input.trim() === '') return '';
  if (state.answer === undefined) return 'Loading the index …';
  const count = state.answer.hits.filter((hit) => passes(hit, filters)).length;
  if (count === 0) return state.settled ? 'Nothing was found.' : 'Searching …';
  const words = `${String(count)} ${count === 1 ? 'result' : 'results'}${state.settled ? '' : ' so far'}`;
  return state.answer.sure ? words : `${words}, and none that fits well.`;
}
