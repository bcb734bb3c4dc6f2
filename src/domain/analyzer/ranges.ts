import { type Cidr, parseCidr } from '../firewall/cidr.ts';

/** Whose address it is that a request was sent to. */
export type Peer = 'edge' | 'own' | 'server' | 'unknown';

/** Addresses that are this machine itself, and so nobody's. */
export const OWN = ['127.0.0.0/8', '::1/128', '0.0.0.0/32', '::/128'];

function parsed(ranges: readonly string[]): Cidr[] {
  return ranges.flatMap((range) => parseCidr(range) ?? []);
}

/** An address without a prefix; undefined when it is none. */
const single = (address: string): Cidr | undefined =>
  parseCidr(address.toLowerCase() + (address.includes(':') ? '/128' : '/32'));

/** Tells whether an address, without a prefix, lies in one of the ranges. */
export function holder(ranges: readonly string[]): (address: string) => boolean {
  const cidrs = parsed(ranges);
  return (address) => {
    const one = single(address);
    return (
      one !== undefined &&
      cidrs.some((cidr) => cidr.family === one.family && cidr.first <= one.first && one.first <= cidr.last)
    );
  };
}

/**
 * Sorts the address that a request was sent to.
 * @param ranges Cloudflare's own
 * @returns `own` for this machine itself, `server` for any other address, `unknown` for a name
 */
export function peerSorter(ranges: readonly string[]): (peer: string) => Peer {
  const edge = holder(ranges);
  const own = holder(OWN);
  return (peer) => {
    const bare = peer.replace(/^\[|\]$/g, '');
    if (/^localhost$/i.test(bare) || own(bare)) return 'own';
    if (edge(bare)) return 'edge';
    return single(bare) === undefined ? 'unknown' : 'server';
  };
}
