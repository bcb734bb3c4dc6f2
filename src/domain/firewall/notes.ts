import type { CheckedInput } from './model.ts';

/** Sentences that several platforms share. */
export const ADDS_ONLY =
  'This only adds permissions. Policies, other rules and SSH stay as they are, and established connections go on.';
export const STILL_OPEN =
  'Where a wider rule already opens these ports to everyone, it stays. Remove it only after a test through Cloudflare has passed.';
/** What the choice of families means. */
export function familyNote({ families }: CheckedInput): string {
  const [only] = families;
  if (families.length > 1) return 'Both families belong together: without the IPv6 ranges only some requests fail.';
  const [chosen, other, record] = only === 'ipv4' ? ['IPv4', 'IPv6', 'an AAAA'] : ['IPv6', 'IPv4', 'an A'];
  return `Only for ${chosen}, as chosen: Cloudflare calls over ${other} as soon as the name has ${record} record, and these rules do not let it in there.`;
}
export const WEB_SERVER_REFUSES =
  'Requests that come neither from Cloudflare nor over the loopback address get a 403, also those of a monitor that calls the server directly. The packet filter and SSH are not touched.';
export const ONE_WRITER = 'Not on a machine that ufw, firewalld or CSF manages: use that tool instead.';
