import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TYPED, UNTYPED } from './typed.fixture.ts';
import { asksFor, asksForAccount, atEdge } from './asks.ts';
import { tidy } from './fields.ts';
import { report, type ReportFormat, type ReportInput } from './report.ts';

const CAUSE = {
  title: 'A filter drops the calls',
  reasons: ['Packets arrive'],
  confirm: 'run `ss -ltn`',
  path: '/causes/fw-drop-cloudflare/',
};
const INPUT: ReportInput = {
  title: 'A filter drops the calls',
  answers: [
    { question: 'The code', answer: '522' },
    { question: 'Packets', answer: '[S] repeats, no [S.]' },
  ],
  causes: [CAUSE, { ...CAUSE, title: 'Second' }, { ...CAUSE, title: 'Third' }, { ...CAUSE, title: 'Fourth' }],
  codes: ['522'],
  fields: TYPED,
  unchecked: ['Do packets leave?'],
  tried: ['A queue is full'],
  asks: asksFor(['522']),
  now: new Date('2026-11-20T23:59:30-05:00'),
  origin: 'https://guide.example',
};
const withRay = (rayId: string): ReportInput => ({ ...INPUT, fields: { ...UNTYPED, rayId } });
const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\u202Etxt',
    'a\r\nb',
    '\u2028',
    '\0',
    '# x',
    '- x',
    '1. x',
    '=',
    '<b>',
    '&lt;',
    '![x](y)',
    '~~x~~',
    '$x$',
  ),
);
const FIXED = { text: lineCount(withRay(''), 'text'), markdown: lineCount(withRay(''), 'markdown') };

function lineCount(input: ReportInput, format: ReportFormat): number {
  return report(input, format).split('\n').length;
}

/** What Markdown shows for inline text in which nothing is a mark: escapes fall away. */
function unescaped(text: string): string {
  expect(text.replace(/\\./g, ''), text).not.toMatch(/[\\`*_[\]<>#|~&$]/);
  return text.replace(/\\(.)/g, '$1');
}

describe('report', () => {
  it('reads as a whole', () => {
    expect(report({ ...INPUT, causes: [CAUSE] }, 'text')).toBe(`Error 522 at www.example.com
A filter drops the calls

Written 2026-11-21 04:59 UTC with the 52x Field Guide (independent of Cloudflare).
Code: 522
Hostname: www.example.com
Cloudflare Ray ID: 8f1e2d3c4b5a6978-FRA
First seen: 2026-11-21 01:00 UTC
Last seen: 2026-11-21 04:40 UTC

ANSWERS
- The code: 522
- Packets: [S] repeats, no [S.]

NOT CHECKED
- Do packets leave?

TRIED WITHOUT SUCCESS
- A queue is full

LIKELY CAUSES, IN ORDER
1. A filter drops the calls
   - Packets arrive
   - To confirm: run ss -ltn
   - https://guide.example/causes/fw-drop-cloudflare/

PLEASE CHECK
- Are all Cloudflare IPv4 and IPv6 ranges allowed and not rate limited, in the server firewall and in every filter before it?
- Does the web server listen and answer on both ports, 80 and 443, at the address in the DNS record, over IPv4 and over IPv6 where there is an AAAA record?
- Does the server’s log hold anything at the times of the error?
`);
  });

  it('names three causes at most, and every answer', () => {
    const text = report(INPUT, 'text');
    expect(text).toContain('3. Third');
    expect(text).not.toContain('Fourth');
    const answers = Array.from({ length: 9 }, (_, index) => ({ question: `q${String(index)}`, answer: 'yes' }));
    for (const { question } of answers) expect(report({ ...INPUT, answers }, 'text')).toContain(`- ${question}: yes`);
  });

  it('leaves out what was not given', () => {
    for (const rayId of ['', '  ', '\n\t']) expect(report(withRay(rayId), 'text')).not.toContain('Ray ID:');
    const bare = report(
      { ...withRay(''), codes: [], unchecked: [], tried: [], fields: { ...UNTYPED, first: new Date(NaN) } },
      'text',
    );
    expect(bare).not.toMatch(/Code:|Hostname|seen:|NOT CHECKED|TRIED/);
  });

  it('asks about both ports for a 521, and about the certificate for a 526', () => {
    expect(asksFor(['521'])[0]).toMatch(/both ports, 80 and 443/);
    expect(asksFor(['526']).join()).toMatch(/certificate/);
    const own = 'Please allow all of Cloudflare’s IPv4 and IPv6 ranges.';
    expect(asksFor(['522'], own), 'what the end asks is not asked twice').toEqual(asksFor(['522']).slice(1));
    for (const code of ['constructor', '__proto__', 'toString']) expect(asksFor([code])).toHaveLength(1);
  });

  it('knows where no server was asked: rules and limits, and names that Cloudflare cannot resolve', () => {
    expect(atEdge(['1020'], undefined)).toBe(true);
    expect(atEdge(['530'], 'dns')).toBe(true);
    expect(atEdge(['1016'], 'dns')).toBe(true);
    expect(atEdge([], 'edge')).toBe(true);
    expect(atEdge(['522'], 'tcp')).toBe(false);
    expect(asksForAccount('edge')[0]).toMatch(/rule.*Security Events.*Ray ID/);
    expect(asksForAccount('tls')[0]).toMatch(/SSL\/TLS/);
    for (const fails of ['dns', 'tcp', undefined] as const) expect(asksForAccount(fails)[0]).toMatch(/records/);
  });

  it('tells the time in UTC, whatever the moment', () => {
    const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, (now) => {
        const [, day, hour] = /Written (\S+) (\S+) UTC/.exec(report({ ...INPUT, now }, 'text')) ?? [];
        expect(Date.parse(`${day ?? ''}T${hour ?? ''}:00Z`)).toBe(Math.floor(now.getTime() / 60_000) * 60_000);
      }),
    );
  });

  it.each(['text', 'markdown'] as const)(
    'holds no control characters and adds no lines, whatever is put in (%s)',
    (format) => {
      fc.assert(
        fc.property(
          fc.array(hostile, { minLength: 7, maxLength: 7 }),
          ([a = '', b = '', c = '', d = '', e = '', f = '', g = '']) => {
            const filled = { ...CAUSE, title: d, reasons: [e], confirm: f };
            const text = report(
              {
                ...INPUT,
                title: a,
                answers: [
                  { question: b, answer: c },
                  { question: c, answer: b },
                ],
                causes: [filled, filled, filled],
                unchecked: [f],
                tried: [e],
                fields: { ...UNTYPED, rayId: g, hostname: '' },
              },
              format,
            );
            const lines = text.split('\n');
            for (const line of lines) expect(line).not.toMatch(CONTROL);
            expect(lines).toHaveLength(FIXED[format] + (tidy(g) === '' ? 0 : 1));
          },
        ),
      );
    },
  );

  it('escapes what Markdown would read as a mark', () => {
    const given = 'a*b_c[d](e)<f>#g|h~i&j$k!\\l';
    const text = report({ ...withRay(given), answers: [{ question: given, answer: 'x' }] }, 'markdown');
    expect(unescaped(/Ray ID: (.*)/.exec(text)?.[1] ?? '')).toBe(given);
    for (const [start, safe] of [
      ['1. x', '1\\. x'],
      ['12) x', '12\\) x'],
      ['- x', '\\- x'],
      ['+ x', '\\+ x'],
      ['= x', '\\= x'],
      ['# x', '\\# x'],
    ] as const) {
      expect(report({ ...INPUT, answers: [{ question: start, answer: 'y' }] }, 'markdown')).toContain(
        `\n- ${safe}: y\n`,
      );
    }
  });

  it('escapes any text so that it reads as it stands', () => {
    fc.assert(
      fc.property(hostile, (rayId) => {
        fc.pre(tidy(rayId) !== '');
        expect(unescaped(/Ray ID: (.*)/.exec(report(withRay(rayId), 'markdown'))?.[1] ?? '')).toBe(tidy(rayId));
      }),
    );
  });
});

describe('tidy', () => {
  it('makes one short line of anything', () => {
    expect(tidy('  8f1e\r\n\u2028\u202E2d3c\0-FRA  ')).toBe('8f1e 2d3c -FRA');
    expect(tidy('x'.repeat(500))).toHaveLength(100);
    expect(Array.from(tidy('😀'.repeat(500)))).toHaveLength(100);
    fc.assert(
      fc.property(hostile, (input) => {
        const once = tidy(input);
        expect(once).not.toMatch(CONTROL);
        expect(once).toBe(once.trim());
        expect(tidy(once)).toBe(once);
      }),
    );
  });
});
