import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { clientsByLanguage, retryFigures, samplesOf } from './clients.ts';
import { loadKnowledge } from './load.ts';
import type { Knowledge } from './model.ts';

const ROOT = fileURLToPath(new URL('../../content', import.meta.url));

describe('clients', () => {
  let knowledge: Knowledge;
  beforeAll(() => {
    const loaded = loadKnowledge(ROOT, '2026-11-21').knowledge;
    if (loaded === undefined) throw new Error('the content has an error; run npm run check:knowledge');
    knowledge = loaded;
  });
  const clients = () => clientsByLanguage(knowledge).flatMap((group) => group.clients);

  it('lists every client once', () => {
    expect(
      clients()
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...knowledge.clients.keys()].sort());
  });

  it('shows every file of content/samples, and no other', () => {
    const files = readdirSync(`${ROOT}/samples`, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.\w+$/.test(name),
    );
    expect(
      samplesOf(clients(), ROOT)
        .map(({ path }) => path.replace('content/samples/', ''))
        .sort(),
    ).toEqual(files.sort());
  });

  it('reads Cloudflare’s waits as numbers of seconds', () => {
    for (const seconds of Object.values(retryFigures(knowledge))) expect(seconds).toBeGreaterThan(0);
  });
});
