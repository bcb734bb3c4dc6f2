import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/domain/analyzer/analyze.ts';
import { artefacts } from './corpus.ts';
import { reader } from './reader.ts';

/** What ends the words beside the number that only Cloudflare's page puts there: the first that stands in a page is enough. */
const BESIDE =
  /(?:error\s+code|fehlercode|code d'erreur)\s+\d+\s+(?:Visit\s+cloudflare\.com|20\S+\s+\S+\s+UTC|You\s+Browser\s+Working|(?:Besuchen\s+Sie|Visitez)\s+cloudflare\.com)|Ray\s+ID:\s+\w{16}/i;

const PAGES = artefacts('pasted');
const page = fc.constantFrom(...PAGES.map(({ text, expect: wanted }) => ({ text, code: wanted?.code ?? '' })));
/** White space as browsers, keyboards and mails leave it between what stood apart on the page. */
const gap = fc.constantFrom(' ', '  ', '\t', '\u00a0', ' \u00a0', '\u00a0 ');
/** What the browser, the chat or the sender puts before the page. */
const before = fc.constantFrom(
  '',
  '> ',
  '← Zurück  Neu laden  https://www.example.com/  ',
  'Max, 21.11.2026 04:12: ',
  '[21.11.26, 04:12:44] Max Beispiel: ',
  'Voici ce que je vois : ',
  'Our shop is down since 04:00, this is all we get: ',
);

function codes(text: string): (string | null)[] {
  return analyze(text, reader).errors.map(({ code }) => code);
}

/** Breaks a text into lines of a width at its spaces and quotes them, as a mail program does. */
function quoted(text: string, width: number, mark: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.map((line) => mark + line).join('\n');
}

describe('an error page on one line', () => {
  it('keeps its code wherever the end is cut off behind the words beside the number', () => {
    fc.assert(
      fc.property(
        page,
        gap,
        before,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ text, code }, space, lead, part) => {
          const line = text.split('\n').join(space);
          const least = (BESIDE.exec(line)?.index ?? 0) + (BESIDE.exec(line)?.[0].length ?? line.length);
          const cut = lead + line.slice(0, least + Math.round((line.length - least) * part));
          expect(new Set(codes(cut)), cut).toEqual(new Set([code]));
          expect(analyze(cut, reader).edge, cut).not.toBe('absent');
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('never shows another code, however it is cut', () => {
    fc.assert(
      fc.property(page, gap, fc.nat(900), fc.nat(900), ({ text, code }, space, from, to) => {
        const piece = text.split('\n').join(space).slice(from, to);
        expect([[], [code]], piece).toContainEqual(codes(piece));
      }),
      { numRuns: 1500 },
    );
  });

  it('shows maker, Ray ID, time, place and host as the page in its lines does', () => {
    for (const { text } of PAGES) {
      const { code, edge, rayId, when, host, colo } = analyze(text, reader);
      const line = analyze(text.replaceAll('\n', ' '), reader);
      expect(line).toMatchObject({ code, edge, rayId });
      for (const [name, value] of Object.entries({ when, host, colo })) {
        if (value !== null) expect(line, text).toMatchObject({ [name]: value });
      }
    }
  });

  it('is read out of a mail that quotes and wraps it', () => {
    fc.assert(
      fc.property(
        page,
        fc.integer({ min: 50, max: 90 }),
        fc.constantFrom('> ', '>> ', '> > ', ''),
        (one, width, mark) => {
          const mail = quoted(one.text.replaceAll('\n', ' '), width, mark);
          expect([[], [one.code]], mail).toContainEqual(codes(mail));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is told from the next one', () => {
    fc.assert(
      fc.property(page, page, (one, other) => {
        const [first, second] = [one, other].map(({ text }) => text.replaceAll('\n', ' '));
        const next = second?.replaceAll('9a1b2c3d4e5f6789', 'a23c92d51bc8a952') ?? '';
        expect(new Set(codes(`${first ?? ''}\n\n${next}`))).toEqual(new Set([one.code, other.code]));
      }),
      { numRuns: 200 },
    );
  });
});
