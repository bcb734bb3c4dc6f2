import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWalk, EMPTY_WALK, encodeWalk, MARK_KEYS, QUERY_LIMIT, type Walk } from './walk.ts';

const RESERVED = new Set(['seen', 'none', 'unsure', ...MARK_KEYS]);
const id = fc
  .oneof(
    fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/),
    fc.constantFrom('constructor', 'valueof', 'proto', '522'),
  )
  .filter((text) => !RESERVED.has(text));
const value = fc.oneof(
  fc.constantFrom('none' as const, 'unsure' as const),
  fc.uniqueArray(id, { minLength: 1, maxLength: 6 }),
);
const walk: fc.Arbitrary<Walk> = fc.record({
  answers: fc.uniqueArray(fc.record({ question: id, value }), { selector: (entry) => entry.question, maxLength: 12 }),
  seen: fc.uniqueArray(id, { maxLength: 8 }),
});

describe('the walk in an address', () => {
  it('reads back what it wrote, in the same order', () => {
    fc.assert(
      fc.property(walk, (given) => {
        const query = encodeWalk(given);
        fc.pre(query.length <= QUERY_LIMIT);
        expect(decodeWalk(query)).toEqual({ walk: given, damaged: false });
        expect(decodeWalk(`?${query}`).walk).toEqual(given);
      }),
    );
  });

  it('writes nothing that an address or a page would have to escape', () => {
    fc.assert(fc.property(walk, (given) => /^[a-z0-9=&,-]*$/.test(encodeWalk(given))));
    expect(encodeWalk(EMPTY_WALK)).toBe('');
  });

  it('reads any text without throwing, and then only ids', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('%', '%zz', '%00', '%E0%A4', '&', '=', '<script>', 'seen=', 'code=', '__proto__=', ',', '+'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { walk: found } = decodeWalk(pieces.join(''));
        const ids = [
          ...found.answers.flatMap((entry) => [
            entry.question,
            ...(typeof entry.value === 'string' ? [] : entry.value),
          ]),
          ...found.seen,
        ];
        for (const text of ids) expect(text).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(decodeWalk(encodeWalk(found)).walk).toEqual(found);
      }),
    );
  });

  it.each<[string, string, Walk, boolean]>([
    [
      'passes over keys of others',
      'utm_source=a&code=code-522&UTM=b',
      { answers: [{ question: 'code', value: ['code-522'] }], seen: [] },
      false,
    ],
    ['leaves out markup', 'code=<img src=x>', EMPTY_WALK, true],
    ['leaves out escaped markup', 'code=%3Cscript%3E', EMPTY_WALK, true],
    [
      'keeps the part of a value that is one',
      'rules=rule-drop,%3Cb%3E',
      { answers: [{ question: 'rules', value: ['rule-drop'] }], seen: [] },
      true,
    ],
    [
      'survives an invalid escape',
      'code=%E0%A4%A&time=time-20',
      { answers: [{ question: 'time', value: ['time-20'] }], seen: [] },
      true,
    ],
    [
      'counts the first of two answers',
      'code=code-522&code=code-521',
      { answers: [{ question: 'code', value: ['code-522'] }], seen: [] },
      true,
    ],
    ['counts the first of two lists of findings', 'seen=a&seen=b', { answers: [], seen: ['a'] }, true],
    ['takes no word for a finding', 'seen=none', EMPTY_WALK, true],
    [
      'joins repeated symptoms',
      'rules=a,a,b',
      { answers: [{ question: 'rules', value: ['a', 'b'] }], seen: [] },
      false,
    ],
    ['leaves out an empty value', 'code=', EMPTY_WALK, true],
    ['knows no inherited keys', '__proto__=none&hasOwnProperty=none', EMPTY_WALK, false],
    [
      'reads "constructor" as an id like any other',
      'constructor=none',
      { answers: [{ question: 'constructor', value: 'none' }], seen: [] },
      false,
    ],
  ])('%s', (_name, query, wanted, damaged) => {
    expect(decodeWalk(query)).toEqual({ walk: wanted, damaged });
  });

  it('never makes half an id out of a query that is too long', () => {
    const query = `code=code-522&${'filler=unsure&'.repeat(600)}time=time-20`;
    const { walk: found, damaged } = decodeWalk(query);
    expect(damaged).toBe(true);
    expect(found.answers).toEqual([
      { question: 'code', value: ['code-522'] },
      { question: 'filler', value: 'unsure' },
    ]);
    const long = fc.array(fc.tuple(id, id), { minLength: 700, maxLength: 900 });
    fc.assert(
      fc.property(long, (pairs) => {
        const whole = new Map<string, string>(pairs);
        const cut = decodeWalk(pairs.map((pair) => pair.join('=')).join('&')).walk.answers;
        for (const entry of cut)
          expect(pairs.some(([key, text]) => key === entry.question && String(entry.value) === text)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(whole.size);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['one value', `code=${'a'.repeat(100_000)}`],
    ['one key', 'a'.repeat(100_000)],
    ['many values', `code=${'a,'.repeat(50_000)}`],
    ['many keys', Array.from({ length: 10_000 }, (_, index) => `q${String(index)}=none`).join('&')],
    ['escapes', '%'.repeat(100_000)],
  ])('reads 100 kB at once: %s', (_name, query) => {
    const start = performance.now();
    const { walk: found, damaged } = decodeWalk(query);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(damaged).toBe(true);
    expect(encodeWalk(found).length).toBeLessThanOrEqual(QUERY_LIMIT);
  });
});
