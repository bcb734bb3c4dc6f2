import type { CheckedInput } from './model.ts';

/** Sentences that several platforms share. */
export const ADDS_ONLY =
  'This only adds permissions. Policies, other rules and SSH stay as they are, and established connections go on.';
export const STILL_OPEN =
  'Where a wider rule already opens these ports to everyone, it stays. Remove it only after a test through Cloudflare has passed.';
const BOTH =
  'Both families belong together. Cloudflare prefers IPv4 where a name has both records, so a closed IPv6 side goes unnoticed until a name has an AAAA record alone.';
const ONLY = {
  ipv4: 'Only for IPv4, as chosen. A name that has an AAAA record alone is called over IPv6, which these rules do not cover.',
  ipv6: 'Only for IPv6, as chosen. Cloudflare prefers IPv4 where a name has an A record too, which these rules do not cover.',
} as const;

const REFUSED = {
  ipv4: 'Only for IPv4, as chosen: what Cloudflare sends over IPv6 gets a 403 too.',
  ipv6: 'Only for IPv6, as chosen: what Cloudflare sends over IPv4 gets a 403 too, and it prefers IPv4 where a name has an A record.',
} as const;

/** What the choice of families means, for rules that leave the other family alone or that refuse it. */
export function familyNote({ families }: CheckedInput, other: 'left' | 'refused' = 'left'): string {
  const [first = 'ipv4', ...more] = families;
  if (more.length > 0) return BOTH;
  return other === 'refused' ? REFUSED[first] : ONLY[first];
}
const CUT_OFF =
  'names that do not pass through Cloudflare (grey cloud), monitors that call the server directly, health checks of a load balancer, certificate challenges';
/** For rules that drop packets of all others. */
export const SHUTS_OTHERS = `These rules also shut everyone else out of the named ports: they drop new connections from anywhere but Cloudflare and your own address. What loses access: ${CUT_OFF}.`;
/** For web servers that answer all others with a 403. */
export const WEB_SERVER_REFUSES = `These rules also turn everyone else away: a request that comes neither from Cloudflare nor from the server itself or your own address gets a 403. What loses access: ${CUT_OFF}. The packet filter and SSH are not touched.`;
export const ONE_WRITER = 'Not on a machine that ufw, firewalld or CSF manages: use that tool instead.';
