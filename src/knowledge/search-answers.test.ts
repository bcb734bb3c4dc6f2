import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOnly } from '../domain/search/model.ts';
import { prepareIndex } from '../domain/search/prepare.ts';
import { directPage, search } from '../domain/search/search.ts';
import { MAX_QUERY } from '../domain/search/words.ts';
import { loadKnowledge } from './load.ts';
import { toSearchIndex } from './search-index.ts';

const root = fileURLToPath(new URL('../../content', import.meta.url));
const { knowledge } = loadKnowledge(root, '2026-11-20');
if (knowledge === undefined) throw new Error('the content has errors; run the knowledge check first');
const prepared = prepareIndex(toSearchIndex(knowledge));
const found = (query: string) => search(prepared, query).hits.map(({ entry }) => entry);
const first = (query: string) => found(query)[0]?.href;

describe('an exact code', () => {
  it.each([...knowledge.errors.keys()])('%s finds its own page first, in every spelling', (code) => {
    for (const query of [
      code,
      `error ${code}`,
      `Error ${code}`,
      `http ${code}`,
      `HTTP/2 ${code}`,
      `cf ${code}`,
      `cf${code}`,
      `Error code: ${code}`,
      `ERROR_${code}`,
      `#${code}`,
      ` ${code} `,
      `E${code}`,
    ]) {
      const answer = search(prepared, query);
      expect(directPage(answer), query).toBe(`/${code}/`);
      expect(answer.hits[0]?.entry.href, query).toBe(`/${code}/`);
    }
  });

  it.each([
    ['five twenty two', '/522/'],
    ['error five two five', '/525/'],
    ['ten sixteen', '/1016/'],
  ])('spoken as “%s” finds %s first', (query, href) => {
    expect(directPage(search(prepared, query))).toBe(href);
  });

  it('is not read out of words of number that make no known one', () => {
    for (const query of ['one', 'two servers', 'five five'])
      expect(search(prepared, query).query.exact, query).toBe(false);
  });

  it('is followed by its causes in our order', () => {
    const [, cause, ...more] = found('522');
    expect(cause?.href).toBe('/causes/fw-drop-cloudflare/');
    expect(more.every((entry) => entry.kind === 'cause' && entry.codes.includes('522'))).toBe(true);
  });

  it('wins over words that stand beside it', () => {
    expect(first('522 nginx')).toBe('/522/');
    expect(first('website slow 524')).toBe('/524/');
    expect(directPage(search(prepared, '522 nginx'))).toBeUndefined();
  });

  it('comes second to words that mean one thing clearly, and stays near', () => {
    expect(
      found('docker 522')
        .slice(0, 2)
        .map(({ href }) => href),
    ).toEqual(['/causes/docker-bypasses-ufw/', '/522/']);
  });

  it.each(['521', '522', '524', '525', '526'])('wins with the name of error %s copied beside it', (code) => {
    const name = knowledge.errors.get(code)?.title ?? '';
    expect(first(`Error ${code} ${name}`)).toBe(`/${code}/`);
    expect(first(`${code}: ${name}`)).toBe(`/${code}/`);
  });

  it('reads two codes, and offers the comparison next', () => {
    expect(
      found('521 vs 522')
        .slice(0, 3)
        .map(({ href }) => href),
    ).toEqual(['/521/', '/522/', '/compare/']);
  });
});

describe('a number without a page', () => {
  const inner = prepareIndex({ ...toSearchIndex(knowledge), inside: { 1099: '530' } });

  it('5222 is not 522: it says so and offers 522', () => {
    const answer = search(prepared, '5222');
    expect(answer.query.codes).toEqual([
      { kind: 'unknown', code: '5222', nearest: expect.arrayContaining(['522']) as string[] },
    ]);
    expect(answer.hits.map(({ entry }) => entry.href)).toContain('/522/');
    expect(answer.sure).toBe(false);
    expect(directPage(answer)).toBeUndefined();
  });

  it.each(['599', 'error 599', '505', '99999999999999999999'])('%s is unknown', (query) => {
    const answer = search(prepared, query);
    expect(answer.query.codes[0]?.kind).toBe('unknown');
    expect(directPage(answer)).toBeUndefined();
  });

  it.each(['1099', 'error code: 1099', 'http 1099'])('%s, inside a 530, leads to 530', (query) => {
    const answer = search(inner, query);
    expect(answer.query.codes[0]?.kind).toBe('inside');
    expect(directPage(answer)).toBe('/530/');
  });

  it('an unknown number is still looked for in what is there', () => {
    expect(first('port 443')).toBe('/causes/no-cert-or-no-vhost-on-443/');
  });
});

describe('words', () => {
  it.each([
    ['handshake', '/525/'],
    ['web server is down', '/521/'],
    ['connection timed out', '/522/'],
    ['conection timed out', '/522/'],
    ['conection timedout', '/522/'],
    ['a timeout occurred', '/524/'],
    ['ssl handshake failed', '/525/'],
    ['shl handshake faild', '/525/'],
    ['invalid ssl certificate', '/526/'],
    ['origin is unreachable', '/523/'],
    ['argo tunnel error', '/1033/'],
    ['railgun', '/527/'],
    ['empty reply from server', '/520/'],
    ['site works without cloudflare', '/guides/test-origin-directly/'],
    ['webserverisdown', '/521/'],
    ['sslhandshakefailed', '/525/'],
    ['fail2ban banned cloudflare', '/causes/fail2ban-bans-edge/'],
    ['connectiontimedout', '/522/'],
    ['how to whitelist cloudflare ips', '/guides/allow-cloudflare/'],
    ['http/2', '/causes/broken-http2-origin/'],
    ['tunel conector', '/causes/tunnel-connector-down/'],
    [
      "The initial connection between Cloudflare's network and the origin web server timed out. As a result, the web page can not be displayed.",
      '/522/',
    ],
  ])('%s → %s', (query, href) => {
    expect(first(query)).toBe(href);
  });

  it('mends a misspelling and says how', () => {
    expect(search(prepared, 'clodflare').corrected).toBe('cloudflare');
    expect(search(prepared, 'clodflare').hits.length).toBeGreaterThan(0);
    expect(search(prepared, 'conection timed out').corrected).toBe('connection timed out');
    expect(search(prepared, 'connection timed out').corrected).toBeUndefined();
  });

  it('takes a misspelling as typed when the reader insists', () => {
    const insisted = search(prepared, 'conektion', true);
    expect(insisted.corrected).toBeUndefined();
    expect(insisted.hits).toEqual([]);
    expect(search(prepared, '522 hnadshake').corrected).toBe('522 handshake');
  });

  it('is not sure of what it can hardly find', () => {
    expect(search(prepared, 'qqzzxxw').sure).toBe(false);
    expect(search(prepared, 'best cheap pizza with cloudflare').sure).toBe(false);
    expect(search(prepared, 'handshake').sure).toBe(true);
  });

  it('finds nothing for what is not here', () => {
    expect(search(prepared, 'pizza recipe').hits).toEqual([]);
    expect(search(prepared, '   ').hits).toEqual([]);
  });

  it('takes the beginning of a word while it is typed', () => {
    expect(found('handsh').map(({ href }) => href)).toContain('/525/');
    expect(
      found('52')
        .slice(0, 3)
        .map(({ href }) => href),
    ).toEqual(['/520/', '/521/', '/522/']);
  });
});

describe('hostile input', () => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    '\u0000\u0001\u001b[31m',
    '\u202e225 rorre',
    '٥٢٢',
    '\ud83d',
    '__proto__ constructor toString',
    '5'.repeat(200),
    '%00%ff',
    '${7*7}',
  ];

  it.each(hostile)('%j gives an answer', (query) => {
    expect(() => search(prepared, query)).not.toThrow();
  });

  it('reads other scripts’ digits', () => {
    expect(first('٥٢٢')).toBe('/522/');
    expect(first('５２２')).toBe('/522/');
  });

  it.each(['a', '522 ', 'x1 ', 'connektion ', '<b>', '\u202e', '1'])('cuts 100 kB of %j and stays quick', (piece) => {
    const started = performance.now();
    const answer = search(prepared, piece.repeat(Math.ceil(100_000 / piece.length)));
    expect(performance.now() - started).toBeLessThan(1000);
    expect(answer.query.cut).toBe(true);
    expect(answer.query.text.length).toBeLessThanOrEqual(MAX_QUERY);
  });

  it('never throws, never repeats a result, and a code stays among the first two whatever follows', () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom(...hostile),
    );
    fc.assert(
      fc.property(junk, (text) => {
        const { hits } = search(prepared, text);
        expect(new Set(hits.map(({ entry }) => entry)).size).toBe(hits.length);
        // Digits in the junk may be codes of their own, so they are taken out.
        const near = found(`522 ${text.normalize('NFKD').replace(/\p{N}/gu, ' ')}`).slice(0, 2);
        expect(near.map(({ href }) => href)).toContain('/522/');
      }),
      { numRuns: 200 },
    );
  }, 30_000);

  it('an exact query never yields a page that is not its own', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (number) => {
        const page = directPage(search(prepared, `error ${String(number)}`));
        const known = knowledge.errors.has(String(number));
        expect(page === `/${String(number)}/`).toBe(known);
      }),
    );
  });
});

it('knows the codes when the index is missing', () => {
  const bare = prepareIndex(codesOnly(['521', '522']));
  expect(directPage(search(bare, 'error 522'))).toBe('/522/');
  expect(search(bare, 'web server is down').hits).toEqual([]);
});

describe('with what the full text says of the words', () => {
  const inText = new Map([
    [
      'zebra',
      new Map([
        ['/guides/ask-your-host/', 0.2],
        ['/causes/conntrack-full/', 1],
      ]),
    ],
    ['quagga', new Map([['/causes/conntrack-full/', 1]])],
  ]);

  it('asks for words that it does not know itself, and for none where it is sure', () => {
    expect(search(prepared, 'zebra quagga')).toMatchObject({ known: false, asks: ['zebra', 'quagga'] });
    expect(search(prepared, 'web server is down').known).toBe(true);
    expect(search(prepared, '522').known).toBe(true);
  });

  it('a page whose text holds every word is found first, and is sure', () => {
    const answer = search(prepared, 'zebra quagga', true, inText);
    expect(answer.hits[0]).toMatchObject({ entry: { href: '/causes/conntrack-full/' }, textWord: 'quagga' });
    expect(answer.sure).toBe(true);
  });

  it('a page that lacks a word is found and is not sure', () => {
    const answer = search(prepared, 'zebra okapi', true, new Map([...inText, ['okapi', new Map<string, number>()]]));
    expect(answer.hits.map(({ entry }) => entry.href)).toContain('/causes/conntrack-full/');
    expect(answer.sure).toBe(false);
  });

  it('does not turn over the order where the built-in index is sure', () => {
    const query = 'connection timed out';
    const pages = new Map(found(query).map(({ href }, at) => [href, at / 100]));
    const own = found(query).map(({ href }) => href);
    const both = search(prepared, query, false, new Map([['timeout', pages]])).hits.map(({ entry }) => entry.href);
    expect(both.slice(0, own.length)).toEqual(own);
  });
});
