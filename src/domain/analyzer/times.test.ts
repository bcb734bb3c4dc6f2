import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime } from './times.ts';

describe('times', () => {
  it.each([
    ['2026-11-20T10:02:11Z', '2026-11-20T10:02:11Z'],
    ['2026-11-20T10:02:11.204123456Z', '2026-11-20T10:02:11Z'],
    ['2026-11-20T10:02:11+02:00', '2026-11-20T08:02:11Z'],
    ['2026-08-12 20:22:19 UTC', '2026-08-12T20:22:19Z'],
    ['Fri, 31 Jul 2026 12:23:38 GMT', '2026-07-31T12:23:38Z'],
    ['[20/Nov/2026:10:02:11 -0530]', '2026-11-20T15:32:11Z'],
    ['2026/11/20 10:02:11', '2026-11-20T10:02:11'],
    ['2026-11-20 10:02:11,204', '2026-11-20T10:02:11'],
    ['[Fri Nov 20 10:02:11.204183 2026]', '2026-11-20T10:02:11'],
    ['[20-Nov-2026 10:02:11]', '2026-11-20T10:02:11'],
    ['[20/Nov/2026:10:02:11.204]', '2026-11-20T10:02:11'],
    ['1763632931204', '2025-11-20T10:02:11Z'],
    ['1763632931000000000', '2025-11-20T10:02:11Z'],
    ['yesterday at ten', undefined],
    ['2026-13-45 99:99:99 UTC', undefined],
    ['2026-02-30 10:02:11Z', undefined],
    ['2026-11-20T25:02:11Z', undefined],
    ['[31/Nov/2026:10:02:11 +0000]', undefined],
    ['2028-02-29T23:30:00-02:00', '2028-03-01T01:30:00Z'],
    ['[20/Foo/2026:10:02:11 +0000]', undefined],
  ])('reads %s', (text, expected) => {
    expect(readTime(text)).toBe(expected);
  });

  it('reads back what it writes, and throws on nothing', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2001-01-01'), max: new Date('2098-01-01'), noInvalidDate: true }),
        (date) => {
          const text = `${date.toISOString().slice(0, 19)}Z`;
          expect(readTime(text)).toBe(text);
        },
      ),
    );
    const digits = fc.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), digits), (text) => {
        const time = readTime(text);
        if (time !== undefined) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$/);
      }),
    );
  });
});
