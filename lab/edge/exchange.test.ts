import net from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Connections, exchange } from './exchange.ts';
import type { Probe } from './probe.ts';

const clocks = { connect: 2000, tls: 2000, write: 2000, ack: 2000, read: 2000 };
const probe: Probe = {
  ...{ mode: 'off', address: '127.0.0.1', from: '127.0.0.1', host: 'www.example.com', path: '/', method: 'GET' },
  ...{
    body: 0,
    cookie: 0,
    h2: false,
    postQuantum: false,
    clientCertificate: false,
    clocks,
    headers: 4096,
    ciphers: [],
    pki: '',
  },
};

let server: net.Server | undefined;

afterEach(() => {
  server?.close();
});

/** An agent for a server that answers with these bytes and then ends or resets the connection. */
async function answering(bytes: string, then: 'end' | 'reset'): Promise<Connections> {
  const listening = net.createServer((socket) => {
    socket.once('data', () =>
      socket.write(bytes, () => {
        if (then === 'end') socket.end();
        else setTimeout(() => socket.resetAndDestroy(), 50);
      }),
    );
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as net.AddressInfo;
  return new Connections(() => Promise.resolve(net.connect(port, '127.0.0.1')));
}

describe('exchange', () => {
  it.each([
    ['a reset', 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf', 'reset'],
    ['an end', 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf', 'end'],
    ['a chunk without a length', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\nZZ\r\n', 'end'],
  ] as const)('keeps the status of an answer that %s breaks off', async (_what, bytes, then) => {
    await expect(exchange(await answering(bytes, then), probe)).resolves.toEqual({ status: 200, truncated: true });
  });

  it.each([
    ['malformed', 'SSH-2.0-OpenSSH_9.2p1\r\n', 'end'],
    ['headers-too-large', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(9000)}\r\n\r\n`, 'end'],
  ] as const)('calls an answer without a usable head %s', async (event, bytes, then) => {
    await expect(exchange(await answering(bytes, then), probe)).rejects.toMatchObject({ event });
  });
});
