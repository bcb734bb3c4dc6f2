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
 * @param maxAge seconds that a browser may keep a file; without it the files carry no such word
 */
export async function serve(dist: string, base = '', maxAge?: number): Promise<StaticServer> {
  const asked: string[] = [];
  // Long addresses are part of the tests, and Node refuses more than 16 kB of header by itself.
  const server = createServer({ maxHeaderSize: 512 * 1024 }, (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    const body = request.method !== 'HEAD';
    let path: string;
    try {
      path = normalize(decodeURIComponent(pathname));
    } catch {
      response.writeHead(400).end();
      return;
    }
    const inside = path.startsWith(`${base}/`);
    const file = join(dist, path.slice(base.length));
    const folder = inside && existsSync(file) && statSync(file).isDirectory();
    if (folder && !path.endsWith('/')) {
      response.writeHead(301, { Location: `${path}/` }).end();
      return;
    }
    const page = folder ? join(file, 'index.html') : file;
    if (inside && existsSync(page)) send(response, 200, page, body, maxAge);
    else if (existsSync(join(dist, '404.html'))) send(response, 404, join(dist, '404.html'), body);
    else response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found, and the build has no 404.html.');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
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
