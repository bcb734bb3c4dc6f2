import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, forgiven } from './distance.ts';
import { nearestCodes } from './query.ts';
import { splitWord } from './split.ts';
import { contentWords, cutText, stem } from './words.ts';

describe('editDistance', () => {
  it.each([
    ['cloudflare', 'clodflare', 1],
    ['connection', 'conection', 1],
    ['handshake', 'hnadshake', 1],
    ['timeout', 'timeotu', 1],
    ['refused', 'refused', 0],
    ['ab', 'ba', 1],
    ['', 'ab', 2],
  ])('%s and %s are %i apart', (a, b, edits) => {
    expect(editDistance(a, b, 3)).toBe(edits);
  });

  it('gives up above its limit', () => {
    expect(editDistance('cloudflare', 'apache', 2)).toBe(3);
    expect(editDistance('aaaa', 'aaaaaaaaaa', 2)).toBe(3);
  });

  it('is symmetric, and zero only for equal words', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 12)).toBe(editDistance(b, a, 12));
        expect(editDistance(a, b, 12) === 0).toBe(a === b);
      }),
    );
  });

  it('forgives nothing in short words and in numbers', () => {
    expect([forgiven('tls'), forgiven('5222'), forgiven('http2'), forgiven('tunel'), forgiven('conection')]).toEqual([
      0, 0, 0, 1, 2,
    ]);
  });
});

describe('words', () => {
  it('treats inflected forms alike, and keeps cloudflared apart from cloudflare', () => {
    expect(new Set(['refuse', 'refused', 'refuses', 'refusing'].map(stem)).size).toBe(1);
    expect(new Set(['address', 'addresses'].map(stem)).size).toBe(1);
    expect(new Set(['proxy', 'proxies', 'proxied'].map(stem)).size).toBe(1);
    expect(stem('cloudflared')).not.toBe(stem('cloudflare'));
  });

  it('replaces synonyms, the longest first, and drops stop words', () => {
    const same = { 'timed out': 'timeout', timed: 'clock' };
    expect(contentWords('The connection timed out', same).map((word) => word.surface)).toEqual([
      'connection',
      'timeout',
    ]);
    expect(contentWords('toString constructor', {}).map((word) => word.surface)).toEqual(['tostring', 'constructor']);
  });

  it('does not split a pair of surrogates', () => {
    expect(cutText('a😀', 2)).toBe('a');
    expect(cutText('a😀', 3)).toBe('a😀');
  });
});

it('nearestCodes prefers the fewest edits', () => {
  const codes = ['520', '521', '522', '530'];
  expect(nearestCodes('5222', codes)[0]).toBe('522');
  expect(nearestCodes('512', codes)).toContain('521');
  expect(nearestCodes('531', codes)).toHaveLength(3);
});

describe('splitWord', () => {
  const words = new Set(['web', 'server', 'down', 'timed', 'connection', 'handshake', 'ssl', 'failed']);
  const known = (word: string) => words.has(word);

  it.each([
    ['webserverisdown', 'web server is down'],
    ['connectionistimed', 'connection is timed'],
    ['sslhandshakefailed', 'ssl handshake failed'],
  ])('%s → %s', (word, parts) => {
    expect(splitWord(word, known)?.join(' ')).toBe(parts);
  });

  it.each(['handshake', 'webx', 'qqzzxxw', 'isthatthere', 'webserverisdownx'])('leaves %s as it is', (word) => {
    expect(splitWord(word, known)).toBeUndefined();
  });

  it('gives back every letter', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 4 }), (parts) => {
        expect(splitWord(parts.join(''), known)?.join('') ?? parts.join('')).toBe(parts.join(''));
      }),
    );
  });
});
