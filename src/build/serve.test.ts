import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type StaticServer } from './serve.ts';

const dist = mkdtempSync(join(tmpdir(), 'serve-'));
let server: StaticServer;

beforeAll(async () => {
  mkdirSync(join(dist, '522'));
  writeFileSync(join(dist, '522/index.html'), 'the page');
  writeFileSync(join(dist, '404.html'), 'a way on');
  writeFileSync(join(dist, 'diagnose.sh'), 'exit 0');
  server = await serve(dist, '/guide');
});

afterAll(async () => {
  await server.close();
  rmSync(dist, { recursive: true });
});

async function ask(path: string): Promise<{ status: number; to: string | null; text: string }> {
  const response = await fetch(server.origin + path, { redirect: 'manual' });
  return { status: response.status, to: response.headers.get('location'), text: await response.text() };
}

describe('the server behind npm start', () => {
  it('leads an address without its last slash to the page, with what was asked', async () => {
    expect(await ask('/guide/522?from=a')).toMatchObject({ status: 301, to: '/guide/522/?from=a' });
    expect(await ask('/guide')).toMatchObject({ status: 301, to: '/guide/' });
    expect(await ask('/guide/522/')).toMatchObject({ status: 200, text: 'the page' });
  });

  it('answers 100 kB of query with the page', async () => {
    expect(await ask(`/guide/522/?code=${'a'.repeat(100_000)}`)).toMatchObject({ status: 200, text: 'the page' });
  });

  it.each(['/guide/599/', '/guide/599', '/522/', '/guide/%E0%A4%A', '/guide/..%2f..%2fetc/passwd', '/guide/522//x'])(
    'gives a way on at %s',
    async (path) => {
      expect(await ask(path)).toMatchObject({ status: 404, text: 'a way on' });
    },
  );

  it('leads to no other host', async () => {
    expect(await ask('//guide/522')).toMatchObject({ status: 301, to: '/guide/522/' });
  });

  it('says when the port is taken', async () => {
    const port = Number(new URL(server.origin).port);
    await expect(serve(dist, '', { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
