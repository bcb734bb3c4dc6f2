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

/** What the choice of families means. */
export function familyNote({ families }: CheckedInput): string {
  const [first = 'ipv4', ...more] = families;
  return more.length > 0 ? BOTH : ONLY[first];
}
export const WEB_SERVER_REFUSES =
  'Requests that come neither from Cloudflare nor over the loopback address get a 403, also those of a monitor that calls the server directly. The packet filter and SSH are not touched.';
export const ONE_WRITER = 'Not on a machine that ufw, firewalld or CSF manages: use that tool instead.';
