import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { unacknowledged } from './acknowledged.ts';
import { Edge } from './edge.ts';
import { EVENTS } from './events.ts';
import { eventOf } from './exchange.ts';
import type { Probe, Result } from './probe.ts';
import { ORIGIN_CIPHERS } from './secure.ts';

const pki = mkdtempSync(join(tmpdir(), 'edge-test-'));
const open: Server[] = [];
const sockets = new Set<Socket>();

beforeAll(() => {
  execFileSync('sh', [fileURLToPath(new URL('../world/pki.sh', import.meta.url))], { cwd: pki, stdio: 'ignore' });
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of open.splice(0)) server.close();
});
afterAll(() => {
  rmSync(pki, { recursive: true, force: true });
});

function listen(server: Server): Promise<number> {
  open.push(server);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

/** A server on loopback that calls back with each connection on which something arrived. */
const answering = (serve: (socket: Socket) => void): Promise<number> =>
  listen(
    createServer((socket) =>
      socket.once('data', () => {
        serve(socket);
      }),
    ),
  );

const tlsServer = (name: string, more: TlsOptions = {}): Promise<number> => {
  const file = (end: string): Buffer => readFileSync(join(pki, `${name}.${end}`));
  const server = createTlsServer({ key: file('key'), cert: file('pem'), ...more }, (socket) =>
    socket.once('data', () => socket.end(OK)),
  );
  server.on('tlsClientError', () => undefined);
  return listen(server);
};

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok';
const CLOCKS = { connect: 400, tls: 400, write: 400, ack: 600, read: 500 };

function ask(port: number, more: Partial<Probe> = {}, edge = new Edge()): Promise<Result> {
  return edge.ask({
    ...{
      mode: 'off',
      address: '127.0.0.1',
      port,
      from: '127.0.0.1',
      host: 'www.example.com',
      path: '/',
      method: 'GET',
    },
    ...{ body: 0, cookie: 0, h2: false, postQuantum: false, clientCertificate: false },
    ...{ clocks: CLOCKS, headers: 131_072, pki },
    ...more,
  });
}

describe('the lab edge over HTTP', () => {
  it('passes an answer on', async () => {
    const port = await answering((socket) => socket.end(OK));
    expect(await ask(port)).toMatchObject({ code: '200', event: 'answered', truncated: false });
  });

  it('passes the origin’s own error on', async () => {
    const port = await answering((socket) => socket.end('HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n'));
    expect(await ask(port)).toMatchObject({ code: '503', event: 'answered' });
  });

  it('calls a closed port 521', async () => {
    const port = await answering(() => undefined);
    await new Promise((resolve) => open.pop()?.close(resolve));
    expect(await ask(port)).toMatchObject({ code: '521', errno: 'ECONNREFUSED', certainty: 'documented' });
  });

  it('calls an unresolvable name 530', async () => {
    // Nothing answers there.
    const result = await ask(80, { address: undefined, resolver: '127.0.0.1:9', clocks: { ...CLOCKS, connect: 100 } });
    expect(result).toMatchObject({ code: '530', stage: 'dns' });
  });

  it.each<[string, (socket: Socket) => unknown, string]>([
    ['a connection that closes', (socket) => socket.end(), 'empty'],
    ['a reset', (socket) => socket.resetAndDestroy(), 'reset'],
    ['a greeting of SSH', (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'), 'malformed'],
    [
      'two lengths',
      (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx'),
      'malformed',
    ],
    ['a NUL in a header', (socket) => socket.end('HTTP/1.1 200 OK\r\nx: a\0b\r\n\r\n'), 'malformed'],
    [
      'huge headers',
      (socket) => socket.end(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(140_000)}\r\n\r\n`),
      'headers-too-large',
    ],
  ])('calls %s 520', async (_name, serve, event) => {
    const port = await answering(serve);
    expect(await ask(port)).toMatchObject({ code: '520', event, stage: 'response' });
  });

  it('calls silence after the request 524, at the read clock', async () => {
    const port = await answering(() => undefined);
    const result = await ask(port);
    expect(result).toMatchObject({ code: '524', event: 'no-answer', stage: 'wait' });
    expect(result.ms).toBeGreaterThanOrEqual(CLOCKS.read);
  });

  it('calls a body that nobody reads 524, at the write clock', async () => {
    const port = await listen(createServer({ pauseOnConnect: true }));
    expect(await ask(port, { method: 'POST', body: 16_000_000 })).toMatchObject({
      code: '524',
      event: 'write-stalled',
    });
  });

  it('keeps the status of an answer that breaks off', async () => {
    const port = await answering((socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nx', () =>
        // A reset at once would take what was not read yet with it.
        setTimeout(() => socket.resetAndDestroy(), 100),
      ),
    );
    expect(await ask(port)).toMatchObject({ code: '200', truncated: true });
  });

  it('uses a named connection again', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'));
    });
    const port = await listen(server);
    const edge = new Edge();
    await ask(port, { keep: 'one' }, edge);
    await ask(port, { keep: 'one' }, edge);
    expect(connections).toBe(1);
  });
});

describe('the lab edge over TLS', () => {
  it('takes a good certificate in every mode, and a bad one in Full', async () => {
    expect(await ask(await tlsServer('good'), { mode: 'strict' })).toMatchObject({ code: '200' });
    expect(await ask(await tlsServer('expired'), { mode: 'full' })).toMatchObject({ code: '200' });
  });

  it.each([
    ['expired', 'CERT_HAS_EXPIRED'],
    ['not-yet-valid', 'CERT_NOT_YET_VALID'],
    ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['wrong-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['leaf-only', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ])('calls %s 526 in Full (strict)', async (name, errno) => {
    expect(await ask(await tlsServer(name), { mode: 'strict' })).toMatchObject({ code: '526', errno });
  });

  it('calls plain HTTP on the TLS port, and no common cipher, 525', async () => {
    const plain = await answering((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await ask(plain, { mode: 'full' })).toMatchObject({ code: '525', stage: 'tls' });
    const other = await tlsServer('rsa', { ciphers: 'DHE-RSA-AES256-SHA256', maxVersion: 'TLSv1.2' });
    expect(await ask(other, { mode: 'full' })).toMatchObject({ code: '525', stage: 'tls' });
  });

  it('names a handshake without an answer and says that its code is not documented', async () => {
    const port = await answering(() => undefined);
    expect(await ask(port, { mode: 'full' })).toMatchObject({ event: 'tls-stalled', certainty: 'undocumented' });
  });

  it('calls an origin that chooses HTTP/2 and does not speak it 520', async () => {
    const port = await tlsServer('good', { ALPNProtocols: ['h2'] });
    expect(await ask(port, { mode: 'full', h2: true })).toMatchObject({ code: '520', event: 'malformed' });
  });

  it('offers each documented cipher', () => {
    expect(new Set(ORIGIN_CIPHERS).size).toBe(13);
  });
});

describe('reading of details', () => {
  it('takes the send queue out of a line of ss', () => {
    expect(unacknowledged('ESTAB 0      517    10.0.0.1:40000   10.0.0.2:443')).toBe(517);
    expect(unacknowledged('')).toBeUndefined();
  });

  it('has an event for every errno', () => {
    fc.assert(fc.property(fc.string(), (errno) => eventOf(errno) in EVENTS));
  });
});
