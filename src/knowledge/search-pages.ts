import { PLATFORM_GENERATORS } from '../domain/firewall/registry.ts';
import type { ResultKind } from '../domain/search/model.ts';
import type { Audience } from '../domain/vocabulary.ts';
import type { Knowledge } from './model.ts';

/** A page that stands for itself in the search. */
interface SearchPage {
  readonly path: string;
  readonly kind: ResultKind;
  readonly title: string;
  /** What it answers. */
  readonly line: string;
  /** Whom it is written for; everybody where it does not say. */
  readonly audiences?: readonly Audience[];
}

const OVERVIEWS: readonly SearchPage[] = [
  {
    path: '/troubleshoot/',
    kind: 'page',
    title: 'Troubleshooter: from the symptoms to the cause',
    line: 'Answer a few questions and get the likely causes in order. Works without a code.',
  },
  {
    path: '/causes/',
    kind: 'page',
    title: 'Causes: what to repair',
    line: 'Every root cause, by where it lies, with the codes it produces.',
  },
  {
    path: '/compare/',
    kind: 'page',
    title: 'Compare the codes',
    line: 'All codes side by side: where it breaks, how long it takes, whether to retry, what to check first.',
  },
  {
    path: '/clients/',
    kind: 'page',
    title: 'Retries: API clients and HTTP libraries',
    line: 'Whether the request was carried out, how long to wait, what each library does by itself, and working code.',
    audiences: ['developer', 'api-client'],
  },
  {
    path: '/disputes/',
    kind: 'page',
    title: 'Claims that circulate, checked',
    line: 'Popular advice about 52x errors: right, wrong, outdated, and how we know.',
  },
  {
    path: '/checks/',
    kind: 'page',
    title: 'Checks: commands and places to look',
    line: 'Every command of this guide, by what you can reach, with what its results mean.',
  },
  {
    path: '/glossary/',
    kind: 'page',
    title: 'Glossary: the words explained',
    line: 'SYN, handshake, SNI, origin, proxied record and the rest, in a sentence each.',
  },
  {
    path: '/analyze/',
    kind: 'tool',
    title: 'Analyzer: paste an error page, headers or a log',
    line: 'Reads it on your device and says which error it is, who made it, and what it rules out.',
  },
  {
    path: '/tools/diagnose/',
    kind: 'tool',
    title: 'diagnose.sh: find the fault on your own server',
    line: 'A script that you read first: it looks at listeners, filters, certificates and logs of the origin, and changes nothing.',
    audiences: ['sysadmin'],
  },
  {
    path: '/tools/retry/',
    kind: 'tool',
    title: 'Retry policy for a code, a method and a library',
    line: 'How long to wait, how often to repeat, when to stop, and the code for your HTTP library.',
    audiences: ['developer', 'api-client'],
  },
  {
    path: '/lab/',
    kind: 'page',
    title: 'The lab: faults reproduced',
    line: 'What was tried in front of a simulated edge, what it showed, and which fixes were verified.',
  },
  {
    path: '/sources/',
    kind: 'page',
    title: 'Sources: how we know',
    line: 'Every source with its date, and where to send a correction.',
  },
  {
    path: '/tools/firewall/',
    kind: 'tool',
    title: 'Firewall rules for Cloudflare’s addresses',
    line: 'Ready rules for each firewall, server and cloud, from one dated list of addresses.',
    audiences: ['sysadmin', 'owner'],
  },
];

/** Pages that are found by their own words: the overviews and the firewall rules. */
export const SEARCH_PAGES: readonly SearchPage[] = [
  ...OVERVIEWS,
  ...PLATFORM_GENERATORS.map(({ id, title }): SearchPage => ({
    path: `/tools/firewall/${id}/`,
    kind: 'tool',
    title: `Let Cloudflare in: ${title}`,
    line: 'Rules for both address families and the web’s ports only, ready to copy, with how to check and undo them.',
    audiences: ['sysadmin', 'owner'],
  })),
];

/** Link targets of all pages that search words may lead to. */
export function searchTargets(knowledge: Knowledge): Set<string> {
  const kinds = { error: knowledge.errors, cause: knowledge.causes, guide: knowledge.guides };
  return new Set([
    ...Object.entries(kinds).flatMap(([kind, table]) => [...table.keys()].map((id) => `${kind}:${id}`)),
    ...SEARCH_PAGES.map(({ path }) => `page:${path}`),
  ]);
}
