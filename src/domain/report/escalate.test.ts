import { describe, expect, it } from 'vitest';
import { AREAS } from '../vocabulary.ts';
import { helpersFor } from './escalate.ts';

describe('who can help', () => {
  it('is someone, for every area', () => {
    for (const area of AREAS) expect(helpersFor([area]), area).not.toEqual([]);
  });

  it('names each once, the nearest to the server first', () => {
    expect(helpersFor(['route', 'filter', 'edge'])).toEqual(['host', 'provider', 'cloudflare']);
    expect(helpersFor(['edge'])).toEqual(['cloudflare']);
    expect(helpersFor([])).toEqual([]);
  });
});
