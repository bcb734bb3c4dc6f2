/**
 * Path of a page's Markdown twin.
 * @param path the page's path from the site's root, such as /522/
 * @returns for instance /522.md; /index.md for the first page
 */
export function twinPath(path: string): string {
  const bare = path.replace(/\/+$/, '');
  return bare === '' ? '/index.md' : `${bare}.md`;
}
