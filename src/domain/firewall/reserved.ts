import { type Cidr, parseCidr } from './cidr.ts';

/** IPv4 ranges that no edge can call from: private, local, shared, multicast and reserved (IANA special-purpose registry). */
const RESERVED_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
];

/** The only part of IPv6 that is routed on the Internet (IANA IPv6 address space registry). */
const GLOBAL_IPV6 = '2000::/3';

function known(text: string): Cidr {
  const cidr = parseCidr(text);
  if (cidr === undefined) throw new Error(`not a range: ${text}`);
  return cidr;
}

/** The IPv4 ranges to refuse, as numbers. */
export const RESERVED: readonly Cidr[] = RESERVED_IPV4.map(known);
const GLOBAL = known(GLOBAL_IPV6);

/** Whether every address of the range can come from the Internet. */
export function isPublic(cidr: Cidr): boolean {
  if (cidr.family === 'ipv6') return cidr.first >= GLOBAL.first && cidr.last <= GLOBAL.last;
  return RESERVED.every((reserved) => cidr.last < reserved.first || cidr.first > reserved.last);
}
