import type { Area } from '../vocabulary.ts';

/** Who can help where the reader cannot go on. */
const HELPERS = ['host', 'provider', 'account', 'cloudflare'] as const;
export type Helper = (typeof HELPERS)[number];

/** Whose side each area lies on: who can see the fault, or end it. */
const BY_AREA: Readonly<Record<Area, readonly Helper[]>> = {
  filter: ['host', 'provider'],
  listener: ['host'],
  address: ['host', 'account'],
  route: ['provider', 'cloudflare'],
  capacity: ['host'],
  slow: ['host'],
  http: ['host'],
  tls: ['host', 'account'],
  dns: ['host', 'account'],
  tunnel: ['host', 'account'],
  platform: ['account'],
  edge: ['account', 'cloudflare'],
};

/**
 * Who can help with causes in these areas, each once, the nearest to the server first.
 * @param edge the request never left Cloudflare: whoever manages the account there can see why, and a host only where it is asked something
 * @param asked the host is asked something
 */
export function helpersFor(areas: readonly Area[], edge = false, asked = true): Helper[] {
  return HELPERS.filter((helper) => {
    if (edge && helper === 'account') return true;
    return (asked || helper !== 'host') && areas.some((area) => BY_AREA[area].includes(helper));
  });
}
