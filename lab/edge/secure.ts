import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { errnoOf, Failure } from './events.ts';
import type { Probe } from './probe.ts';

/**
 * Makes a TLS connection over a TCP connection.
 * @throws Failure when the handshake fails or stalls, or when the mode is strict and the certificate does not verify
 */
export function secure(socket: Socket, probe: Probe): Promise<TLSSocket> {
  const file = (name: string): Buffer => readFileSync(join(probe.pki, name));
  return new Promise((done, fail) => {
    const secured = connect({
      socket,
      servername: probe.host,
      // Level 0 lets the library offer what Cloudflare still does: old versions and short keys.
      ciphers: `${probe.ciphers.join(':')}:@SECLEVEL=0`,
      minVersion: 'TLSv1',
      ecdhCurve: probe.postQuantum ? 'X25519MLKEM768:X25519:P-256' : 'X25519:P-256:P-384',
      ALPNProtocols: probe.h2 ? ['h2', 'http/1.1'] : ['http/1.1'],
      rejectUnauthorized: false,
      ca: file('root.pem'),
      ...(probe.clientCertificate ? { cert: file('pull.pem'), key: file('pull.key') } : {}),
    });
    const end = (failure?: Failure): void => {
      clearTimeout(clock);
      if (failure === undefined) {
        done(secured);
        return;
      }
      secured.destroy();
      socket.destroy();
      fail(failure);
    };
    const clock = setTimeout(() => {
      end(new Failure('tls-stalled', 'clock'));
    }, probe.clocks.tls);
    secured.once('error', (error) => {
      end(new Failure('tls-failed', errnoOf(error)));
    });
    secured.once('close', () => {
      end(new Failure('tls-failed', 'closed'));
    });
    secured.once('secureConnect', () => {
      const invalid = probe.mode === 'strict' && !secured.authorized;
      // Set to the error's code, although the type says Error.
      end(invalid ? new Failure('certificate-invalid', String(secured.authorizationError)) : undefined);
    });
  });
}
