import { withBase } from '../text/link.ts';
import { encodeWalk, type Walk } from './walk.ts';

/** Address of a question or an end, with the answers so far. */
export function nodeUrl(base: string, node: string, walk: Walk): string {
  const query = encodeWalk(walk);
  return withBase(base, `/troubleshoot/${node}/${query === '' ? '' : `?${query}`}`);
}
