import { connect } from 'node:http2';
import type { Duplex } from 'node:stream';
import { errnoOf, Failure } from './events.ts';
import type { Answer } from './exchange.ts';
import type { Probe } from './probe.ts';

/**
 * Sends a request over HTTP/2, on a connection whose far side chose it.
 * @throws Failure when no answer comes
 */
export function exchangeH2(socket: Duplex, probe: Probe): Promise<Answer> {
  return new Promise((done, fail) => {
    const session = connect(`https://${probe.host}`, { createConnection: () => socket });
    const end = (then: () => void): void => {
      clearTimeout(clock);
      session.destroy();
      then();
    };
    const clock = setTimeout(() => {
      end(() => {
        fail(new Failure('no-answer', 'clock'));
      });
    }, probe.clocks.read);
    const broken = (error: unknown): void => {
      end(() => {
        fail(new Failure('malformed', errnoOf(error)));
      });
    };
    session.on('error', broken);
    session.on('close', () => {
      broken('closed');
    });
    const stream = session.request({ ':path': probe.path, ':method': probe.method });
    stream.on('error', broken);
    stream.once('response', (headers) => {
      end(() => {
        done({ status: Number(headers[':status']), truncated: false });
      });
    });
    stream.end();
  });
}
