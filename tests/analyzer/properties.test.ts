import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysis, analyze } from '../../src/domain/analyzer/analyze.ts';
import type { Reader } from '../../src/domain/analyzer/compile.ts';
import { LINE_LIMIT } from '../../src/domain/analyzer/model.ts';
import { artefacts, CORPUS } from './corpus.ts';
import { reader } from './reader.ts';

const TEXTS = CORPUS.flatMap(artefacts).map(({ text }) => text);
const LITERALS = reader.patterns.flatMap(({ needs }) => needs);

/** Text made of everything the patterns look for, pieces of real artefacts and noise. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...LITERALS),
      fc.constantFrom(...TEXTS),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '\n',
        '\r\n',
        '\0',
        '\u001b[31m',
        '522',
        '{',
        '}',
        '"tool":"52x-diagnose"',
        '<',
        '>',
        '\ud800',
        '9'.repeat(300),
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

/** The reader with a counter: characters that the expressions were given. */
function counting(): { reader: Reader; steps: () => number; longest: () => number } {
  let steps = 0;
  let longest = 0;
  const patterns = reader.patterns.map((pattern) => {
    const expression = new RegExp(pattern.expression);
    const exec = expression.exec.bind(expression);
    expression.exec = (text) => {
      steps += text.length;
      longest = Math.max(longest, text.length);
      return exec(text);
    };
    return { ...pattern, expression };
  });
  return { reader: { ...reader, patterns }, steps: () => steps, longest: () => longest };
}

function stepsFor(text: string): number {
  const counted = counting();
  analyze(text, counted.reader);
  return counted.steps();
}

describe('any text', () => {
  it('is read without an error, and the same way twice', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(analyze(text, reader)).toEqual(analyze(text, reader));
      }),
      { numRuns: 150 },
    );
  });

  it('leads to lines that exist, known symptoms and a verdict with a reason', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const result = analyze(text, reader);
        const last = text.split('\n').length;
        for (const { lines } of [...result.errors, ...result.findings, ...result.artefacts, ...result.personal]) {
          expect(lines.every((line) => line >= 1 && line <= last)).toBe(true);
        }
        for (const { symptom } of result.findings) expect(reader.book.symptoms).toHaveProperty(symptom);
        expect(result.because).not.toBe('');
        expect(result.code).toBe(result.errors.length === 0 ? null : result.code);
      }),
      { numRuns: 150 },
    );
  });

  it('is never called Cloudflare’s for numbers in prose', () => {
    const word = fc.oneof(fc.lorem({ maxCount: 3 }), fc.integer({ min: 500, max: 1299 }).map(String));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        expect(analyze(words.join(' '), reader)).toMatchObject({ recognised: false, code: null });
      }),
      { numRuns: 300 },
    );
  });
});

describe('work', () => {
  it.each(['literals in one line', 'literals in short lines', 'artefacts'])('doubles with the text: %s', (kind) => {
    const piece = kind === 'artefacts' ? TEXTS.join('\n\n') : LITERALS.join(kind.includes('short') ? '\n' : ' ');
    const text = piece.repeat(Math.ceil(400_000 / piece.length));
    const once = stepsFor(text);
    expect(stepsFor(text + text) / once).toBeLessThan(2.2);
  });

  it('tries no pattern twice on a line, and gives it no more than a piece of the line', () => {
    const line = 'error code: 522 cf-ray '.repeat(5000);
    expect(stepsFor(line)).toBeLessThanOrEqual(line.length * 40);
    const counted = counting();
    analyze(line, counted.reader);
    expect(counted.longest()).toBeLessThanOrEqual(LINE_LIMIT);
  });

  it('goes in slices that tell how far they came', () => {
    const text = 'nothing to see here\n'.repeat(50_000);
    const seen = [...analysis(text, reader)];
    expect(seen.length).toBeGreaterThan(5);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(text.length);
  });
});

describe('several artefacts in one paste', () => {
  const whole = artefacts('cloudflare').filter(
    ({ text, expect: wanted }) =>
      typeof wanted?.rayId === 'string' &&
      typeof wanted.code === 'string' &&
      /^(HTTP|<!DOCTYPE|Connection|\{)/.test(text),
  );

  it('has enough to join', () => {
    expect(whole.length).toBeGreaterThanOrEqual(5);
  });

  it('lists the codes of both', () => {
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.constantFrom(...whole), (one, other) => {
        const codes = analyze(
          `${one.text}\n\n${other.text.replaceAll(/a(?:23c92d51bc8a952|1b2c3d4e5f60718)/g, 'f0f0f0f0f0f0f0f0')}`,
          reader,
        );
        expect(codes.errors.map(({ code }) => code)).toEqual(
          expect.arrayContaining([one.expect?.code ?? '', other.expect?.code ?? '']),
        );
        expect(codes.errors.length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 100 },
    );
  });
});
