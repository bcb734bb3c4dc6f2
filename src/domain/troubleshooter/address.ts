import { withBase } from '../text/link.ts';
import { encodeMarks, type Marks } from './marks.ts';
import { encodeWalk, type Walk } from './walk.ts';

/** Address of a question or an end, with the answers so far and what was set beside them. */
export function nodeUrl(base: string, node: string, walk: Walk, marks: Marks): string {
  const query = [encodeWalk(walk), encodeMarks(marks)].filter((part) => part !== '').join('&');
  return withBase(base, `/troubleshoot/${node}/${query === '' ? '' : `?${query}`}`);
}
