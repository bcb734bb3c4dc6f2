import { type Graph, lookup } from './graph.ts';

/** Kinds of platforms of which a site has one, as a reader is asked for them. Other kinds fit every site. */
const PLATFORM_GROUPS = [
  { id: 'firewall', name: 'Firewall', kinds: ['firewall'] },
  { id: 'server', name: 'Web server', kinds: ['server'] },
  { id: 'program', name: 'Program behind it', kinds: ['runtime', 'application'] },
  { id: 'place', name: 'Where it runs', kinds: ['cloud', 'container', 'panel'] },
] as const;
export type PlatformGroup = (typeof PLATFORM_GROUPS)[number];

/** The group of a platform; undefined for one that the graph does not know or that fits every site. */
export function groupOf(graph: Graph, platform: string): PlatformGroup['id'] | undefined {
  const kind = lookup(graph.platforms, platform)?.kind ?? '';
  return PLATFORM_GROUPS.find(({ kinds }) => (kinds as readonly string[]).includes(kind))?.id;
}

/** The choices worth offering: groups of which repairs name a platform, each with all its platforms. */
export function choicesFor(
  graph: Graph,
  named: readonly string[],
): { readonly group: PlatformGroup; readonly platforms: readonly string[] }[] {
  const used = new Set(named.map((id) => groupOf(graph, id)));
  return PLATFORM_GROUPS.filter(({ id }) => used.has(id)).map((group) => ({
    group,
    platforms: Object.keys(graph.platforms).filter((id) => groupOf(graph, id) === group.id),
  }));
}

/** The chosen platforms after one more choice. An empty platform takes the choice of the group back. */
export function choose(graph: Graph, on: readonly string[], group: PlatformGroup['id'], platform: string): string[] {
  const others = on.filter((id) => groupOf(graph, id) !== group);
  return platform === '' ? others : [...others, platform];
}

/** Commands of one step that fit what the reader chose. */
export interface Fit<T> {
  readonly shown: readonly T[];
  /** Other platforms that the step has commands for, each once. */
  readonly others: readonly string[];
  /** The reader's platform for which the step has no command, where what is shown is for another. */
  readonly missing: string | undefined;
}

/**
 * Picks the commands for the chosen platforms. Those for every site always fit; those of a platform wait for the choice, for
 * run elsewhere they do harm. Where there is none for the choice, the first platform in the author's order shows the way.
 */
export function fit<T extends { readonly platform?: string | undefined }>(
  graph: Graph,
  commands: readonly T[],
  on: readonly string[],
): Fit<T> {
  const group = ({ platform }: T) => (platform === undefined ? undefined : groupOf(graph, platform));
  const grouped = commands.filter((command) => group(command) !== undefined);
  const general = commands.filter((command) => group(command) === undefined);
  const own = grouped.filter(({ platform }) => on.includes(platform ?? ''));
  const first = grouped.filter(({ platform }) => platform === grouped[0]?.platform);
  const missed = on.find((id) => first.some((command) => group(command) === groupOf(graph, id)));
  const missing = own.length > 0 || general.length > 0 ? undefined : missed;
  const picked = missing === undefined ? own : first;
  const shown = commands.filter((command) => general.includes(command) || picked.includes(command));
  const left = grouped.filter((command) => !shown.includes(command));
  return {
    shown,
    others: [...new Set(left.flatMap(({ platform }) => platform ?? []))],
    missing,
  };
}
