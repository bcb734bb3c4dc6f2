import type { Stage } from '../../src/domain/vocabulary.ts';
import type { Certainty, EdgeEvent } from './events.ts';

/** Milliseconds that the edge waits at each stage. */
export interface Clocks {
  readonly connect: number;
  readonly tls: number;
  readonly write: number;
  readonly ack: number;
  readonly read: number;
}

/** One request that the edge is asked to make. */
export interface Probe {
  /** off and flexible speak HTTP; full and strict speak TLS, and strict verifies the certificate. */
  readonly mode: 'off' | 'flexible' | 'full' | 'strict';
  /** Address of the origin; undefined to ask the resolver for the host. */
  readonly address?: string | undefined;
  readonly resolver?: string | undefined;
  readonly port?: number | undefined;
  /** Source address. */
  readonly from: string;
  readonly host: string;
  readonly path: string;
  readonly method: string;
  /** Bytes of the request's body. */
  readonly body: number;
  /** Bytes of a cookie that is sent along. */
  readonly cookie: number;
  /** Name of a connection that is kept afterwards and used again by the next probe of that name. */
  readonly keep?: string | undefined;
  /** Offers HTTP/2. */
  readonly h2: boolean;
  /** Offers a post-quantum key exchange, which makes the ClientHello larger than a packet. */
  readonly postQuantum: boolean;
  /** Shows the edge's own certificate, as Authenticated Origin Pulls do. */
  readonly clientCertificate: boolean;
  readonly clocks: Clocks;
  /** Largest response header block, in bytes. */
  readonly headers: number;
  /** Cipher suites that TLS offers, in OpenSSL’s names and in order. */
  readonly ciphers: readonly string[];
  /** Folder with the certificates. */
  readonly pki: string;
}

/** What came of it. */
export interface Result {
  /** The code a visitor would get: an edge code, or the origin's own status. */
  readonly code: string;
  readonly event: EdgeEvent;
  readonly stage: Stage;
  readonly errno: string;
  readonly certainty: Certainty;
  /** From the start to the end. */
  readonly ms: number;
  /** The answer began and broke off. */
  readonly truncated: boolean;
}
