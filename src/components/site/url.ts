import { withBase } from '../../domain/text/link.ts';

/** Address of a page of this site, below the base path. */
export function url(path: string): string {
  return withBase(import.meta.env.BASE_URL, path);
}
