import { describe, expect, it } from 'vitest';
import { AREAS } from '../vocabulary.ts';
import { helpersFor } from './escalate.ts';

describe('who can help', () => {
  it('is someone, for every area', () => {
    for (const area of AREAS) expect(helpersFor([area]), area).not.toEqual([]);
  });

  it('names each once, the nearest to the server first', () => {
    expect(helpersFor(['route', 'filter', 'edge'])).toEqual(['host', 'provider', 'account', 'cloudflare']);
    expect(helpersFor(['edge'])).toEqual(['account', 'cloudflare']);
    expect(helpersFor([])).toEqual([]);
  });

  it('is no host who knows nothing of the request, where it never left Cloudflare', () => {
    expect(helpersFor(['platform'], true, false)).toEqual(['account']);
    expect(helpersFor(['http'], true, false)).toEqual(['account']);
    expect(helpersFor(['dns'], true, true)).toEqual(['host', 'account']);
  });
});
