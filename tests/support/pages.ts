import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Addresses of all built pages below the base path, such as `/522/` and `/404.html`, in order. */
export function builtPages(dist: string): string[] {
  return globSync('**/*.html', { cwd: dist })
    .map((file) => `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`)
    .sort();
}

/** The file behind a page or any other address of the build. */
export function fileOf(dist: string, path: string): string {
  return join(dist, path.endsWith('/') ? `${path}index.html` : path);
}

/** The built text behind an address. */
export function source(dist: string, path: string): string {
  return readFileSync(fileOf(dist, path), 'utf8');
}

/** Bytes of a built file as sent by a host with plain gzip, the weakest compression in use. */
export function compressed(dist: string, path: string): number {
  return gzipSync(readFileSync(fileOf(dist, path)), { level: 9 }).length;
}

/** Codes that have a page of their own in this build. */
export function errorPages(dist: string): string[] {
  return builtPages(dist).filter((path) => /^\/\d{3,4}\/$/.test(path));
}

/** The map of the troubleshooter: a reading page among the live ones. */
export const MAP = '/troubleshoot/map/';

/** Pages on which one answers questions or works with a tool; all others are for reading. */
export function isTool(path: string): boolean {
  return path !== MAP && /^\/(troubleshoot|analyze|tools|search)\//.test(path);
}
