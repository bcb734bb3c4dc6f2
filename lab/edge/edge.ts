import type { Duplex } from 'node:stream';
import { connect, resolve } from './connect.ts';
import { EVENTS, errnoOf, type EdgeEvent, Failure } from './events.ts';
import { type Answer, Connections, exchange } from './exchange.ts';
import { exchangeH2 } from './exchange-h2.ts';
import type { Probe, Result } from './probe.ts';
import { secure } from './secure.ts';

/** Raised by the opening of a connection whose far side chose HTTP/2; carries it. */
class ChoseH2 extends Error {
  readonly socket: Duplex;

  constructor(socket: Duplex) {
    super('h2');
    this.socket = socket;
  }
}

async function open(probe: Probe): Promise<Duplex> {
  const address = probe.address ?? (await resolve(probe.host, probe.resolver ?? '', probe.clocks.connect));
  const encrypted = probe.mode === 'full' || probe.mode === 'strict';
  const port = probe.port ?? (encrypted ? 443 : 80);
  const socket = await connect({ address, port, from: probe.from }, probe.clocks.connect);
  if (!encrypted) return socket;
  const secured = await secure(socket, probe);
  return secured.alpnProtocol === 'h2' ? Promise.reject(new ChoseH2(secured)) : secured;
}

function told(event: EdgeEvent, errno: string, start: number, answer?: Answer): Result {
  const { stage, certainty, ...meaning } = EVENTS[event];
  return {
    code: 'code' in meaning ? meaning.code : String(answer?.status),
    event,
    stage,
    errno,
    certainty,
    ms: Math.round(performance.now() - start),
    truncated: answer?.truncated ?? false,
  };
}

/** An edge: makes requests the way Cloudflare's documentation describes, and says what a visitor would get. */
export class Edge {
  readonly #kept = new Map<string, Connections>();

  /** Makes one request. Never rejects for what the network or the origin does. */
  async ask(probe: Probe): Promise<Result> {
    const start = performance.now();
    let chose: Duplex | undefined;
    const fresh = new Connections(async () => {
      try {
        return await open(probe);
      } catch (error) {
        if (error instanceof ChoseH2) chose = error.socket;
        throw error;
      }
    });
    const agent = probe.keep === undefined ? fresh : (this.#kept.get(probe.keep) ?? fresh);
    if (probe.keep !== undefined) this.#kept.set(probe.keep, agent);
    try {
      return told('answered', '', start, await exchange(agent, probe));
    } catch (error) {
      if (chose !== undefined) return await this.#askH2(chose, probe, start);
      if (error instanceof Failure) return told(error.event, error.errno, start);
      return told('empty', errnoOf(error), start);
    } finally {
      if (probe.keep === undefined) fresh.destroy();
    }
  }

  async #askH2(socket: Duplex, probe: Probe, start: number): Promise<Result> {
    try {
      return told('answered', '', start, await exchangeH2(socket, probe));
    } catch (error) {
      return error instanceof Failure
        ? told(error.event, error.errno, start)
        : told('malformed', errnoOf(error), start);
    }
  }
}
