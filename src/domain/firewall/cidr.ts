import type { Family } from './model.ts';

export interface Cidr {
  readonly family: Family;
  /** First address, as a number. */
  readonly first: bigint;
  /** Last address, as a number. */
  readonly last: bigint;
  readonly prefix: number;
}

/** Prefix lengths that an allow-list may hold: nothing wider than a /8 or a /16 can be meant. */
export const WIDEST = { ipv4: 8, ipv6: 16 } as const;
const BITS = { ipv4: 32, ipv6: 128 } as const;

/** Numbers without leading zeros, which some tools read as octal. Groups of IPv6 may have them. */
const IPV4 = /^(?!.*\b0\d)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;
const IPV6 = /^([0-9a-f:]{2,39})\/(?!0\d)(\d{1,3})$/;

function octets(text: RegExpExecArray): bigint | undefined {
  const parts = text.slice(1, 5);
  if (parts.some((part) => Number(part) > 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function groups(text: string): string[] | undefined {
  const halves = text.split('::');
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return undefined;
  const all = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  return all.every((group) => /^[0-9a-f]{1,4}$/.test(group)) ? all : undefined;
}

function range(family: Family, first: bigint | undefined, prefix: number): Cidr | undefined {
  if (first === undefined || prefix > BITS[family]) return undefined;
  const size = 1n << BigInt(BITS[family] - prefix);
  return { family, first, last: first + size - 1n, prefix };
}

/**
 * Reads one CIDR range. IPv6 must be in lower case, as Cloudflare publishes it and as tools print it.
 * @returns undefined for anything else, such as a bare address, a leading zero or a character too much
 */
export function parseCidr(text: string): Cidr | undefined {
  const v4 = IPV4.exec(text);
  if (v4 !== null) return range('ipv4', octets(v4), Number(v4[5]));
  const v6 = IPV6.exec(text);
  if (v6 === null) return undefined;
  return range(
    'ipv6',
    groups(v6[1] ?? '')?.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n),
    Number(v6[2]),
  );
}

/** Whether the range starts where its prefix says; several tools refuse it otherwise. */
export function isAligned(cidr: Cidr): boolean {
  return cidr.first % (cidr.last - cidr.first + 1n) === 0n;
}
