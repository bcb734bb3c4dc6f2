import type { CheckedInput, Family } from './model.ts';

/** The port of SSH, unless the reader names another. */
export const SSH = 22;

/** An address of the reader's own, which keeps its way in. */
export interface Own {
  readonly family: Family;
  /** With its prefix. */
  readonly range: string;
  /** The port of SSH, and the ports that are opened for Cloudflare. */
  readonly ports: readonly number[];
}

/** What follows from the reader's own address, in a list that is empty when none was given. */
export function forOwn<T>({ own, ssh = SSH, ports }: CheckedInput, make: (own: Own) => T): T[] {
  if (own === undefined) return [];
  return [make({ family: own.includes(':') ? 'ipv6' : 'ipv4', range: own, ports: [ssh, ...ports] })];
}
