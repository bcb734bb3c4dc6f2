import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { POLICY } from '../domain/retry/policy.ts';
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

  it('has one rule: every sample tries as often and waits as long as the policy says', () => {
    const figures = retryFigures(knowledge);
    const wanted = POLICY.flatMap((policy) =>
      policy.action === 'wait' && policy.body === undefined
        ? policy.codes
            .filter((code) => code.length === 3)
            .map((code) => `${code}: ${String(policy.tries)} tries, first ${String(figures[policy.first])} s`)
        : [],
    );
    for (const { text, path } of samplesOf(clients(), ROOT)) {
      const written = path.endsWith('.sh')
        ? [...text.matchAll(/^ +([\d| ]+)\) tries=(\d) first=(\d+)/gm)].flatMap(
            ([, codes = '', tries = '', first = '']) => codes.split(' | ').map((code) => [code, tries, first] as const),
          )
        : [...text.matchAll(/\b(\d{3})(?::| =>) [[({](\d), (\d+)[\])}]/g)].map(
            ([, code = '', tries = '', first = '']) => [code, tries, first] as const,
          );
      const told = written.map(([code, tries, first]) => `${code}: ${tries} tries, first ${first} s`);
      expect(told.sort(), path).toEqual(wanted.sort());
    }
  });

  it('reads Cloudflare’s waits as numbers of seconds', () => {
    for (const seconds of Object.values(retryFigures(knowledge))) expect(seconds).toBeGreaterThan(0);
  });
});
