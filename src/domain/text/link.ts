/** Kinds of pages that content can link to as `kind:id`, and where they stand. */
const PLACES: Readonly<Record<string, (id: string) => string>> = {
  error: (id) => `/${id}/`,
  cause: (id) => `/causes/${id}/`,
  guide: (id) => `/guides/${id}/`,
  check: (id) => `/checks/#${id}`,
  dispute: (id) => `/disputes/#${id}`,
  question: (id) => `/troubleshoot/${id}/`,
  source: (id) => `/sources/#${id}`,
  term: (id) => `/glossary/#${id}`,
  page: (path) => path,
};

/**
 * The address of a link target in the content.
 * @param to `kind:id`, or a full https address
 * @returns a path from the site's root, or the address itself; undefined when the kind is unknown
 */
export function linkTarget(to: string): string | undefined {
  if (to.startsWith('https://')) return to;
  const kind = to.slice(0, Math.max(to.indexOf(':'), 0));
  return Object.hasOwn(PLACES, kind) ? PLACES[kind]?.(to.slice(kind.length + 1)) : undefined;
}

/** Joins the base path of the site and a path from its root. */
export function withBase(base: string, path: string): string {
  return `${base.replace(/\/$/, '')}${path}`;
}
