import { Resolver } from 'node:dns/promises';
import { connect as open, type Socket } from 'node:net';
import { errnoOf, type EdgeEvent, Failure } from './events.ts';

const CONNECT_ERRORS: Readonly<Record<string, EdgeEvent>> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'no-route',
  ENETUNREACH: 'no-route',
  ETIMEDOUT: 'syn-unanswered',
  EACCES: 'icmp-other',
  EPERM: 'icmp-other',
  // The handshake was over and the origin's kernel took it back.
  ECONNRESET: 'reset',
};

/**
 * Looks a name up.
 * @param ms time for one try; there are two
 * @throws Failure when there is no address
 */
export async function resolve(host: string, server: string, ms: number): Promise<string> {
  const resolver = new Resolver({ timeout: ms, tries: 2 });
  resolver.setServers([server]);
  let last = '';
  for (const ask of [() => resolver.resolve4(host), () => resolver.resolve6(host)]) {
    try {
      const [address] = await ask();
      if (address !== undefined) return address;
    } catch (error) {
      last = errnoOf(error);
    }
  }
  throw new Failure('name-unknown', last);
}

/**
 * Makes a TCP connection.
 * @param ms time until a SYN+ACK must have come
 * @throws Failure with the event that the system reported
 */
export function connect(
  target: { readonly address: string; readonly port: number; readonly from: string },
  ms: number,
): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = open({ host: target.address, port: target.port, localAddress: target.from, noDelay: true });
    const clock = setTimeout(() => {
      socket.destroy();
      fail(new Failure('syn-unanswered', 'clock'));
    }, ms);
    socket.once('connect', () => {
      clearTimeout(clock);
      socket.removeAllListeners('error');
      socket.on('error', () => undefined);
      done(socket);
    });
    socket.once('error', (error) => {
      clearTimeout(clock);
      const errno = errnoOf(error);
      fail(new Failure(CONNECT_ERRORS[errno] ?? 'syn-unanswered', errno));
    });
  });
}
