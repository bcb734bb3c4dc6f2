import type { Area } from '../vocabulary.ts';

/** Who can help where the reader cannot go on. */
const HELPERS = ['host', 'provider', 'cloudflare'] as const;
export type Helper = (typeof HELPERS)[number];

/** Whose side each area lies on: who can see the fault, or end it. */
const BY_AREA: Readonly<Record<Area, readonly Helper[]>> = {
  filter: ['host', 'provider'],
  listener: ['host'],
  address: ['host'],
  route: ['provider', 'cloudflare'],
  capacity: ['host'],
  slow: ['host'],
  http: ['host'],
  tls: ['host'],
  dns: ['host', 'cloudflare'],
  tunnel: ['host', 'cloudflare'],
  platform: ['cloudflare'],
  edge: ['cloudflare'],
};

/** Who can help with causes in these areas, each once, the nearest to the server first. */
export function helpersFor(areas: readonly Area[]): Helper[] {
  return HELPERS.filter((helper) => areas.some((area) => BY_AREA[area].includes(helper)));
}
