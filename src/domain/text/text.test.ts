import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberCites, textsIn } from './cites.ts';
import { commandCaption, expandRanges } from './command.ts';
import { linkTarget, withBase } from './link.ts';
import { isMarker, MARKERS, parseText, plainText, type Token } from './parse.ts';

/** A token as it was written: what parseText must have read. */
function written(token: Token): string {
  const marks = {
    text: ['', ''],
    code: ['`', '`'],
    strong: ['**', '**'],
    em: ['_', '_'],
    literal: ["{'", "'}"],
    cite: ['[^', ']'],
    value: ['{', '}'],
    link: ['[', ''],
  };
  const [open = '', close = ''] = marks[token.type];
  const inner = 'text' in token ? token.text : token.id;
  return `${open}${inner}${close}${token.type === 'link' ? `](${token.to})` : ''}`;
}

const MARKUP = [
  '`',
  '**',
  '_',
  '[',
  ']',
  '(',
  ')',
  '[^',
  '{',
  '}',
  "{'",
  "'}",
  '@',
  '\\',
  '<b>',
  '</script>',
  '<!--',
  '&lt;',
  '\n',
  ' ',
  'a',
  '522',
  'cause:x',
  'ﬀ',
  '\u0000',
  '💥',
];
const messy = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...MARKUP) }, fc.string({ unit: 'binary' })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));
const word = fc.stringMatching(/^[a-z][a-z ]{0,8}[a-z]$/);
const id = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5})?$/);

describe('parseText', () => {
  it.each<[string, Token[]]>([
    ['plain words', [{ type: 'text', text: 'plain words' }]],
    ['', []],
    ['`ss -ltn`', [{ type: 'code', text: 'ss -ltn' }]],
    ['**now**', [{ type: 'strong', text: 'now' }]],
    ['_once_', [{ type: 'em', text: 'once' }]],
    ['snake_case_name', [{ type: 'text', text: 'snake_case_name' }]],
    ['/var/_x_/y', [{ type: 'text', text: '/var/_x_/y' }]],
    ['[words](cause:x)', [{ type: 'link', text: 'words', to: 'cause:x' }]],
    ['[^error-522]', [{ type: 'cite', id: 'error-522' }]],
    ['{connect}', [{ type: 'value', id: 'connect' }]],
    ['{read@2025-01-01}', [{ type: 'value', id: 'read@2025-01-01' }]],
    ["{'60 s'}", [{ type: 'literal', text: '60 s' }]],
    ['`{connect}`', [{ type: 'code', text: '{connect}' }]],
    ['{Connect}', [{ type: 'text', text: '{Connect}' }]],
    ['[a][b](c', [{ type: 'text', text: '[a][b](c' }]],
    [
      'a {x}b',
      [
        { type: 'text', text: 'a ' },
        { type: 'value', id: 'x' },
        { type: 'text', text: 'b' },
      ],
    ],
  ])('reads %j', (source, tokens) => {
    expect(parseText(source)).toEqual(tokens);
  });

  it('loses and invents nothing: the tokens, written again, are the source', () => {
    fc.assert(
      fc.property(messy, (source) => parseText(source).map(written).join('') === source),
      { numRuns: 500 },
    );
  });

  it('reads back whatever was composed of tokens', () => {
    const token: fc.Arbitrary<Token> = fc.oneof(
      word.map((text): Token => ({ type: 'code', text })),
      word.map((text): Token => ({ type: 'strong', text })),
      word.map((text): Token => ({ type: 'em', text })),
      word.map((text): Token => ({ type: 'literal', text })),
      id.map((name): Token => ({ type: 'cite', id: name })),
      id.map((name): Token => ({ type: 'value', id: name })),
      fc.tuple(word, id).map(([text, to]): Token => ({ type: 'link', text, to: `cause:${to}` })),
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 8 }), (tokens) => {
        const parsed = parseText(tokens.map(written).join(' ')).filter((item) => item.type !== 'text');
        expect(parsed).toEqual(tokens);
      }),
    );
  });

  it('leaves HTML as characters: no token has a field for markup', () => {
    const fields = {
      text: ['text'],
      code: ['text'],
      strong: ['text'],
      em: ['text'],
      literal: ['text'],
      link: ['text', 'to'],
      cite: ['id'],
      value: ['id'],
    };
    expect(parseText('<script>alert(1)</script> <img src=x onerror=y>')).toEqual([
      { type: 'text', text: '<script>alert(1)</script> <img src=x onerror=y>' },
    ]);
    fc.assert(
      fc.property(messy, (source) => {
        for (const token of parseText(source)) {
          expect(Object.keys(token).sort()).toEqual(['type', ...fields[token.type]].sort());
          if ('id' in token) expect(token.id).toMatch(/^[a-z0-9@-]+$/);
        }
      }),
    );
  });
});

describe('hostile input', () => {
  const SIZE = 100_000;
  const UNITS = [
    'a',
    '`',
    '*',
    '**',
    '_',
    ' _a',
    '[',
    '[a',
    ']',
    '[^',
    '[^a',
    '[a](',
    '[](',
    '{',
    "{'",
    '{a',
    '{a@',
    '\\',
    '<b>',
    '_ ',
    '**a',
    '(',
    '\u{1F4A5}',
    ' ',
    '\n',
  ];
  const timed = (size: number, unit: string): number => {
    const source = unit.repeat(Math.ceil(size / unit.length));
    const start = performance.now();
    parseText(source);
    plainText(source);
    return performance.now() - start;
  };

  it.each(UNITS)('takes 100 kB of %j in linear time', (unit) => {
    // Quadratic scanning of 100 kB takes seconds; a busy machine gets a second chance.
    const first = timed(SIZE, unit);
    expect(first < 250 ? first : timed(SIZE, unit)).toBeLessThan(250);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(messy, fc.string({ unit: 'binary' }), (a, b) => {
        plainText(a + b);
        linkTarget(a + b);
        numberCites([a, b]);
        expandRanges(a, { ipv4: [b], ipv6: [] });
      }),
    );
  });
});

describe('plainText', () => {
  it('shows what a reader sees', () => {
    const resolve = (name: string) => (name === 'connect' ? '19 s' : undefined);
    expect(
      plainText("**Wait** {connect}, `then` [look](cause:x), _not_ {'60 s'}.[^error-522][^lab] {other}", resolve),
    ).toBe('Wait 19 s, then look, not 60 s. {other}');
  });

  it('takes the space before a citation away with it', () => {
    expect(plainText('One [^a], two.  [^b]')).toBe('One, two.');
  });

  it('keeps every visible character of a text without marks', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9<>&"';:.,!?/ -]*$/),
        (source) => plainText(source) === source.replace(/\s{2,}/g, ' ').trim(),
      ),
    );
  });

  it('never shows a citation', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            word,
            id.map((name) => `[^${name}]`),
          ),
          { maxLength: 10 },
        ),
        (parts) => !plainText(parts.join(' ')).includes('[^'),
      ),
    );
  });
});

describe('markers', () => {
  it('knows its own names and nothing that every object has', () => {
    for (const name of Object.keys(MARKERS)) expect(isMarker(name)).toBe(true);
    for (const name of ['toString', 'constructor', '__proto__', '', 'error-522']) expect(isMarker(name)).toBe(false);
  });
});

describe('linkTarget', () => {
  it.each([
    ['error:522', '/522/'],
    ['cause:fw-drop', '/causes/fw-drop/'],
    ['guide:x', '/guides/x/'],
    ['check:x', '/checks/#x'],
    ['dispute:x', '/disputes/#x'],
    ['question:x', '/troubleshoot/x/'],
    ['source:x', '/sources/#x'],
    ['page:/compare/', '/compare/'],
    ['https://example.com/a', 'https://example.com/a'],
  ])('%s leads to %s', (to, target) => {
    expect(linkTarget(to)).toBe(target);
  });

  it.each([
    'http://example.com',
    'javascript:alert(1)',
    'data:text/html,x',
    'symptom:x',
    'x',
    '',
    ':x',
    'causes',
    'errors',
    'constructor:x',
    'toString:x',
    '__proto__:x',
    'hasOwnProperty:x',
  ])('does not know %j', (to) => {
    expect(linkTarget(to)).toBeUndefined();
  });

  it('joins base and path with one slash', () => {
    expect(withBase('/', '/522/')).toBe('/522/');
    expect(withBase('/guide', '/522/')).toBe('/guide/522/');
    expect(withBase('/guide/', '/522/')).toBe('/guide/522/');
  });
});

describe('cites', () => {
  it('numbers sources in the order of the page, once each, without markers', () => {
    const numbers = numberCites(['x[^b][^a]', 'y[^b][^inference]', 'z[^c]'], ['a', 'd']);
    expect([...numbers]).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 3],
      ['d', 4],
    ]);
  });

  it('finds every text, depth first', () => {
    expect(textsIn({ a: 'one', b: [{ c: 'two' }, 'three', 4, null], d: true })).toEqual(['one', 'two', 'three']);
  });

  it('numbers from 1 without gaps', () => {
    fc.assert(
      fc.property(fc.array(id), fc.array(id), (cited, rest) => {
        const numbers = [
          ...numberCites(
            cited.map((name) => `[^${name}]`),
            rest,
          ).values(),
        ];
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      }),
    );
  });
});

describe('commands', () => {
  it('says where, as whom, for what and in which file', () => {
    expect(commandCaption({ where: 'origin', root: true, platform: 'ufw', file: '/etc/ufw/user.rules' })).toBe(
      'On the server, as root. ufw. In /etc/ufw/user.rules.',
    );
    expect(commandCaption({ where: 'outside', root: false, platform: undefined, file: undefined })).toBe(
      'On any other machine.',
    );
  });

  it('puts both lists in place, with spaces or with commas', () => {
    const addresses = { ipv4: ['192.0.2.0/24', '198.51.100.0/24'], ipv6: ['2001:db8::/32'] };
    expect(expandRanges('a {{ipv4}} b {{ipv6}} c {{ipv4,}} {{ipv6,}} {{ipv5}}', addresses)).toBe(
      'a 192.0.2.0/24 198.51.100.0/24 b 2001:db8::/32 c 192.0.2.0/24, 198.51.100.0/24 2001:db8::/32 {{ipv5}}',
    );
  });

  it('changes nothing else', () => {
    fc.assert(
      fc.property(
        messy,
        (source) => source.includes('{{ipv') || expandRanges(source, { ipv4: ['x'], ipv6: ['y'] }) === source,
      ),
    );
  });
});
