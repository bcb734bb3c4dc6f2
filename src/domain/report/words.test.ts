import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TYPED, UNTYPED } from './typed.fixture.ts';
import { type Fault, message, opening, subject } from './words.ts';

const NOTHING: Fault = {
  codes: [],
  fields: UNTYPED,
  time: '',
};
const FULL: Fault = {
  codes: ['522'],
  fields: TYPED,
  time: 'after about 20 s',
};

describe('what fails, in a sentence', () => {
  it('names site, code, time, moments in UTC and the Ray ID', () => {
    expect(opening(FULL)).toBe(
      'www.example.com, behind Cloudflare, has shown error 522 after about 20 s since 2026-11-21 01:00 UTC, ' +
        'last seen 2026-11-21 04:40 UTC. Cloudflare’s Ray ID of one such failure: 8f1e2d3c4b5a6978-FRA.',
    );
  });

  it('leaves out what is not known', () => {
    expect(opening(NOTHING, 'Your site')).toBe('Your site, behind Cloudflare, has not worked as it should.');
    expect(opening(NOTHING)).toBe('My site, behind Cloudflare, has not worked as it should.');
    expect(opening({ ...NOTHING, codes: ['530', '1016'] })).toBe(
      'My site, behind Cloudflare, has shown error 530 and 1016.',
    );
    expect(opening({ ...NOTHING, fields: { ...FULL.fields, rayId: ' ', last: new Date(NaN) } })).toBe(
      'www.example.com, behind Cloudflare, has not worked as it should since 2026-11-21 01:00 UTC.',
    );
  });

  it('is one line, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (hostname, rayId) => {
        expect(opening({ ...FULL, fields: { ...FULL.fields, hostname, rayId } })).not.toMatch(
          /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u,
        );
      }),
    );
  });
});

describe('messages', () => {
  it('are ready to send: a greeting, the fault, the questions', () => {
    expect(message('It fails.', ['Is it on?', 'Since when?'])).toBe(
      'Hello,\n\nIt fails.\n\n- Is it on?\n- Since when?\n\nThank you.',
    );
  });

  it('have a subject that names code and site', () => {
    expect(subject(['522'], 'www.example.com')).toBe('Error 522 at www.example.com');
    expect(subject(['530', '1016'], '')).toBe('Error 530 and 1016 at my site');
    expect(subject([], '')).toBe('Error at my site');
  });
});
