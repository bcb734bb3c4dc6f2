import http from 'node:http';
import type { Duplex } from 'node:stream';
import { isAcknowledged } from './acknowledged.ts';
import { errnoOf, type EdgeEvent, Failure } from './events.ts';
import type { Probe } from './probe.ts';

/** The origin's own answer. */
export interface Answer {
  readonly status: number;
  readonly truncated: boolean;
}

/** Connections by name, for probes that use one again. */
export class Connections extends http.Agent {
  readonly #open: () => Promise<Duplex>;

  constructor(open: () => Promise<Duplex>) {
    // Cloudflare's first TCP keep-alive probe on an idle connection comes after 30 s; a probe each second would keep states fresh.
    super({ keepAlive: true, keepAliveMsecs: 30_000, maxSockets: 1 });
    this.#open = open;
  }

  override createConnection(_options: unknown, callback?: (error: Error | null, stream: Duplex) => void): undefined {
    this.#open().then(
      (socket) => callback?.(null, socket),
      (error: unknown) => {
        (callback as (error: unknown) => void)(error);
      },
    );
  }
}

/** The event behind an error that came before any answer. */
export function eventOf(errno: string): EdgeEvent {
  if (errno === 'HPE_HEADER_OVERFLOW') return 'headers-too-large';
  if (errno.startsWith('HPE_') || errno.startsWith('ERR_HTTP')) return 'malformed';
  if (errno === 'ETIMEDOUT') return 'not-acknowledged';
  if (errno === 'EPIPE' || errno === 'ECONNRESET') return 'reset';
  return 'empty';
}

let visitors = 0;

/** The address of the next visitor, from a range that documentation uses; each request comes from another one. */
function nextVisitor(): string {
  visitors += 1;
  return `192.0.2.${String((visitors % 254) + 1)}`;
}

/** How often the kernel is asked whether the request was acknowledged, in milliseconds. */
const ACK_PAUSE = 200;

/**
 * Sends a request over a connection and waits for the answer, with a clock for each step.
 * @param agent gives the connection; its errors pass through
 * @throws Failure with what ended the request
 */
export function exchange(agent: http.Agent, probe: Probe): Promise<Answer> {
  return new Promise((done, fail) => {
    const cookie = probe.cookie > 0 ? { cookie: `c=${'x'.repeat(probe.cookie)}` } : {};
    const length = probe.body > 0 ? { 'content-length': String(probe.body) } : {};
    const request = http.request({
      agent,
      method: probe.method,
      path: probe.path,
      maxHeaderSize: probe.headers,
      headers: { host: probe.host, accept: '*/*', 'cf-connecting-ip': nextVisitor(), ...cookie, ...length },
    });
    const timers: NodeJS.Timeout[] = [];
    let over = false;
    const finish = (end: () => void): void => {
      if (over) return;
      over = true;
      timers.forEach(clearTimeout);
      end();
    };
    const giveUp = (event: EdgeEvent, errno: string): void => {
      finish(() => {
        request.destroy();
        fail(new Failure(event, errno));
      });
    };
    const after = (ms: number, event: EdgeEvent): void => {
      timers.push(
        setTimeout(() => {
          giveUp(event, 'clock');
        }, ms),
      );
    };
    const watchAcks = (port: number, end: number): void => {
      timers.push(
        setTimeout(() => {
          void isAcknowledged(port).then((yes) => {
            if (over || yes) return;
            if (Date.now() >= end) giveUp('not-acknowledged', 'clock');
            else watchAcks(port, end);
          });
        }, ACK_PAUSE),
      );
    };
    request.once('socket', (socket) => {
      after(probe.clocks.write, 'write-stalled');
      request.once('finish', () => {
        timers.splice(0).forEach(clearTimeout);
        after(probe.clocks.read, 'no-answer');
        if (socket.localPort !== undefined) watchAcks(socket.localPort, Date.now() + probe.clocks.ack);
      });
    });
    request.once('response', (response) => {
      // From here on a visitor sees the origin's status, whatever becomes of the body.
      timers.splice(0).forEach(clearTimeout);
      const answer = (truncated: boolean): void => {
        finish(() => {
          done({ status: response.statusCode ?? 0, truncated });
        });
      };
      // An error now ends the body, not the request.
      request.removeAllListeners('error').on('error', () => {
        answer(true);
      });
      response.resume();
      response.once('end', () => {
        answer(false);
      });
      response.once('error', () => {
        answer(true);
      });
      timers.push(
        setTimeout(() => {
          request.destroy();
          answer(true);
        }, probe.clocks.read),
      );
    });
    request.on('error', (error) => {
      if (error instanceof Failure) giveUp(error.event, error.errno);
      // Node's own words for a connection that ended without a byte.
      else if (error.message === 'socket hang up') giveUp('empty', 'hang up');
      else giveUp(eventOf(errnoOf(error)), errnoOf(error));
    });
    request.end(probe.body > 0 ? Buffer.alloc(probe.body, 'x') : undefined);
  });
}
