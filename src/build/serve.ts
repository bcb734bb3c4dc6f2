import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.sh': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

export interface StaticServer {
  /** Address of the site's root, without a slash at its end and without the base path. */
  readonly origin: string;
  /** Paths of all requests so far, in order. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

/** The path that an address means. Text that is no percent encoding stands for itself, and leads to no file. */
function decoded(pathname: string): string {
  try {
    return normalize(decodeURIComponent(pathname));
  } catch {
    return pathname;
  }
}

/** Where to listen, and how long a browser may keep a file. */
interface Where {
  /** In seconds; without it the files carry no such word. */
  readonly maxAge?: number;
  readonly host?: string;
  /** 0 for any that is free. */
  readonly port?: number;
}

function send(response: ServerResponse, status: number, file: string, body: boolean, maxAge?: number): void {
  response.writeHead(status, {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Content-Length': statSync(file).size,
    ...(maxAge === undefined ? {} : { 'Cache-Control': `max-age=${String(maxAge)}` }),
  });
  if (body) createReadStream(file).pipe(response);
  else response.end();
}

/**
 * Serves a built site as a plain static host does: index.html of a folder, 404.html with status 404.
 * @param dist folder of the build
 * @param base path under which the site lives, such as `/guide`; empty for the root
 * @throws when the port is taken
 */
export async function serve(
  dist: string,
  base = '',
  { maxAge, host = '127.0.0.1', port = 0 }: Where = {},
): Promise<StaticServer> {
  const asked: string[] = [];
  // A long address gets its page, which says what it left out; Node by itself refuses more than 16 kB of header.
  const server = createServer({ maxHeaderSize: 512 * 1024 }, (request, response) => {
    const { pathname, search } = new URL(`http://localhost${request.url ?? '/'}`);
    asked.push(pathname);
    const body = request.method !== 'HEAD';
    const path = decoded(pathname);
    const inside = `${path}/`.startsWith(`${base}/`);
    const file = join(dist, path.slice(base.length));
    const folder = inside && existsSync(file) && statSync(file).isDirectory();
    if (folder && !path.endsWith('/')) {
      response.writeHead(301, { Location: `${encodeURI(path)}/${search}` }).end();
      return;
    }
    const page = folder ? join(file, 'index.html') : file;
    if (inside && existsSync(page)) send(response, 200, page, body, maxAge);
    else if (existsSync(join(dist, '404.html'))) send(response, 404, join(dist, '404.html'), body);
    else response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found, and the build has no 404.html.');
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    origin: `http://${host}:${String((server.address() as AddressInfo).port)}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
