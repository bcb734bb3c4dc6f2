import type { PLACES } from '../text/command.ts';

/** What every generator is made from: two address lists, the ports, and what the reader's own server needs. */
export interface FirewallInput {
  /** CIDR ranges such as `192.0.2.0/24`; at least one. */
  readonly ipv4: readonly string[];
  /** CIDR ranges such as `2001:db8::/32`; at least one. */
  readonly ipv6: readonly string[];
  /** TCP ports, 1 to 65535, never that of SSH; at most 15, and one fewer with an address of one's own. */
  readonly ports: readonly number[];
  /** Limits packet filters to what arrives on this interface; others ignore it. */
  readonly interface?: string;
  /** Families to make rules for; both without it. Packet filters leave the other one alone, web servers refuse it. */
  readonly families?: readonly Family[] | undefined;
  /** TCP port of the reader's SSH; 22 without it. Rules never touch it but for the address below. */
  readonly ssh?: number | undefined;
  /** An address or CIDR range of the reader's own, which keeps its way to SSH and to the ports. */
  readonly own?: string | undefined;
}

declare const checked: unique symbol;

/**
 * Input that `checkInput` has passed: its strings are safe in a shell, in a quoted value and in every file format here. The
 * list of a family that is not asked for is empty, and `own` has a prefix.
 */
export type CheckedInput = FirewallInput & { readonly families: readonly Family[]; readonly [checked]: true };

/** A family of addresses, as named in the input. */
export type Family = 'ipv4' | 'ipv6';

export const FAMILIES = ['ipv4', 'ipv6'] as const satisfies readonly Family[];

/** Syntax of a generated file, for highlighting and for the parser that checks it. */
export type Lang =
  'sh' | 'nft' | 'iptables' | 'xml' | 'nginx' | 'apache' | 'haproxy' | 'ini' | 'systemd' | 'json' | 'text';

export interface GeneratedFile {
  /** Where the file belongs; absent for lines that go into a file of the reader's. */
  readonly path?: string;
  /** What the file, or the lines, are for. */
  readonly purpose: string;
  readonly lang: Lang;
  readonly text: string;
  /** Permissions, where they are not 0644. */
  readonly mode?: string;
}

export interface Command {
  readonly where: keyof typeof PLACES;
  readonly root: boolean;
  readonly changes: 'nothing' | 'configuration' | 'traffic';
  /** What it does, as a heading or label. */
  readonly does: string;
  readonly run: string;
}

/** Files to write, then commands to apply, to check and to undo. */
export interface Bundle {
  readonly files: readonly GeneratedFile[];
  readonly apply: readonly Command[];
  readonly check: readonly Command[];
  readonly undo: readonly Command[];
}

/** A bundle, and plain sentences on it; code stands in backquotes. */
export interface Way extends Bundle {
  readonly notes: readonly string[];
  /** A timer that keeps the list fresh, for what runs on the server itself. */
  readonly refresh?: Bundle;
}

export interface Generated extends Way {
  /** Another way, for another starting point. */
  readonly alternative?: Way & { readonly when: string };
}
