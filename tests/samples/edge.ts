import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of the edge. */
export interface Answer {
  readonly status: number;
  /** Seconds in Retry-After; without it the header is missing. */
  readonly retryAfter?: number;
  /** Whether the header names the moment that is so many seconds away, rounded up, as an HTTP date. */
  readonly asDate?: true;
  /** Whether the connection ends in the middle of the body. */
  readonly cut?: true;
}

export interface Asked {
  readonly method: string;
  /** Milliseconds since the server was started. */
  readonly at: number;
}

export interface Edge {
  /** An address that gives these answers in order, and the last of them from then on. */
  readonly script: (answers: readonly Answer[]) => { readonly url: string; readonly asked: readonly Asked[] };
  readonly close: () => Promise<void>;
}

const NAMES: Readonly<Record<number, string>> = {
  520: 'origin_bad_response',
  521: 'origin_down',
  522: 'connection_timeout',
};
/** Real seconds until the edge gives up on the origin, at a hundredth of their length. */
const ELAPSED: Readonly<Record<number, number>> = { 522: 190, 523: 30, 524: 1250 };

const httpDate = (seconds: number): string => new Date(Math.ceil(Date.now() / 1000 + seconds) * 1000).toUTCString();

function send(response: ServerResponse, { status, retryAfter, asDate, cut }: Answer): void {
  const failed = status >= 500;
  const body = failed
    ? {
        cloudflare_error: true,
        status,
        error_code: status,
        error_name: NAMES[status] ?? 'origin_error',
        error_category: status === 525 || status === 526 ? 'ssl' : 'origin',
        retryable: retryAfter !== undefined,
        ...(retryAfter === undefined ? {} : { retry_after: retryAfter }),
      }
    : { ok: true };
  response.writeHead(status, {
    'Content-Type': 'application/json',
    Server: 'cloudflare',
    'CF-RAY': '9a1b2c3d4e5f6071-FRA',
    ...(retryAfter === undefined ? {} : { 'Retry-After': asDate ? httpDate(retryAfter) : String(retryAfter) }),
    ...(cut ? { 'Content-Length': 1000 } : {}),
  });
  if (cut) response.write(JSON.stringify(body), () => response.destroy());
  else response.end(JSON.stringify(body));
}

/** Starts a server that answers as Cloudflare's edge does: status, Retry-After, JSON body, and the wait before it. */
export async function startEdge(): Promise<Edge> {
  const scripts = new Map<string, { answers: readonly Answer[]; asked: Asked[] }>();
  const started = performance.now();
  const server = createServer((request, response) => {
    const script = scripts.get(request.url ?? '');
    if (script === undefined) {
      response.writeHead(404).end();
      return;
    }
    const answer = script.answers[Math.min(script.asked.length, script.answers.length - 1)] ?? { status: 500 };
    script.asked.push({ method: request.method ?? '', at: performance.now() - started });
    request.resume();
    setTimeout(() => {
      send(response, answer);
    }, ELAPSED[answer.status] ?? 0);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    script: (answers) => {
      const path = `/${String(scripts.size + 1)}`;
      const asked: Asked[] = [];
      scripts.set(path, { answers, asked });
      return { url: `http://127.0.0.1:${String(port)}${path}`, asked };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
