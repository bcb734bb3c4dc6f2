import { url } from '../site/url.ts';

interface Page {
  readonly title: string;
  readonly description: string;
  /** Pages above this one: path and name. */
  readonly above: readonly (readonly [path: string, name: string])[];
  readonly path: string;
  /** Address of the site, when the build knows it. */
  readonly site: URL | undefined;
}

/** Structured data of a page of text: the article, and its place in the site where addresses are known. */
export function structured({ title, description, above, path, site }: Page): Record<string, unknown> {
  const article = { '@type': 'TechArticle', headline: title, description, inLanguage: 'en', isAccessibleForFree: true };
  if (site === undefined) return article;
  const trail = [...above, [path, title] as const];
  const itemListElement = trail.map(([place, name], index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: new URL(url(place), site).href,
  }));
  return { '@graph': [article, { '@type': 'BreadcrumbList', itemListElement }] };
}
