import { withBase } from '../../domain/text/link.ts';

/** Address of a page of this site, below the base path. */
export function url(path: string): string {
  return withBase(import.meta.env.BASE_URL, path);
}

/** Path of a page below the base path, with both slashes: `/522/`. */
export function pagePath(address: URL): string {
  return address.pathname.slice(import.meta.env.BASE_URL.replace(/\/$/, '').length);
}
