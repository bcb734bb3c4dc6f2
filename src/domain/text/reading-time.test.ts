import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillMinutes, MINUTES } from './reading-time.ts';

const words = (count: number): string => 'word '.repeat(count);
const page = (main: string): string =>
  `<header>${words(999)}</header><main>${main}</main><footer>${words(999)}</footer>`;

/** The minutes that a page with this main part says of itself: all, and the longest answer. */
function told(main: string): (number | undefined)[] {
  const html = fillMinutes(page(`<p>${MINUTES.all} ${MINUTES.part}</p>${main}`));
  return /<p>(\d+) (\d+)<\/p>/.exec(html)?.slice(1).map(Number) ?? [];
}

describe('fillMinutes', () => {
  it.each([
    ['the words of the main part', `<p title="${words(999)}">${words(690)}</p>`, [3, 1]],
    ['at least one minute', '', [1, 1]],
    [
      'no code, drawing, source and explanation',
      `<pre>${words(999)}</pre><svg>${words(999)}</svg><section class="sec" id="sources">${words(999)}</section><section class="sec" id="words">${words(999)}</section>`,
      [1, 1],
    ],
    [
      'the longest answer apart',
      `<section class="sec" id="now"><h3>A</h3>${words(230)}<h3>B</h3>${words(460)}</section>`,
      [3, 2],
    ],
  ])('counts %s', (_, main, minutes) => {
    expect(told(main)).toEqual(minutes);
  });

  it('leaves a page without marks alone', () => {
    fc.assert(fc.property(fc.string(), (html) => fillMinutes(html) === html));
  });

  it('grows with the text', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
        expect(told(words(a + b))[0]).toBeGreaterThanOrEqual(told(words(a))[0] ?? 0);
      }),
    );
  });
});
