import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MarkableTerm, markTerms } from './mark.ts';

const TERMS: readonly MarkableTerm[] = [
  { id: 'syn', words: ['SYN', 'SYNs'], except: [] },
  { id: 'handshake', words: ['TCP handshake', 'handshake'], except: ['TLS handshake'] },
  { id: 'origin', words: ['origin'], except: [] },
  { id: 'origin-ca', words: ['Origin CA'], except: [] },
];
const OPTIONS = { glossary: '/guide/glossary/', most: 9 };

/** A page with a list of all words at its foot. */
function page(main: string): string {
  const entries = TERMS.map(({ id }) => `<p popover id="w-${id}"><b>${id}</b> means that.</p>`).join('');
  return `<head><title>SYN</title></head><main class="w">${main}<section class="sec" id="words"><h2>Words</h2>${entries}</section><p>SYN</p></main>`;
}
const marked = (main: string, most = OPTIONS.most): string => markTerms(page(main), TERMS, { ...OPTIONS, most });
const ids = (html: string): string[] =>
  [...html.matchAll(/<p popover id="w-([a-z-]+)"/g)].map((match) => match[1] ?? '');
const words = (html: string): string[] =>
  [...html.matchAll(/popovertarget="w-[a-z-]+">([^<]*)</g)].map((match) => match[1] ?? '');

describe('markTerms', () => {
  it('marks the first use of a word and explains only words that are used', () => {
    const html = marked('<p>A SYN, another SYN, two SYNs.</p>');
    expect(html).toContain('<p>A <button type="button" popovertarget="w-syn">SYN</button>, another SYN, two SYNs.</p>');
    expect(ids(html)).toEqual(['syn']);
  });

  it.each(['a href="/x/"', 'code', 'pre', 'h3', 'th', 'svg', 'button', 'span class="vh"', 'ol class="route"'])(
    'marks nothing inside <%s>, and goes on behind it',
    (open) => {
      const name = open.split(' ')[0] ?? '';
      const html = marked(`<${open}>SYN <b>SYN</b><${name}>SYN</${name}> SYN</${name}> SYNs`);
      expect(words(html)).toEqual(['SYNs']);
    },
  );

  it('reads no attribute as text', () => {
    expect(words(marked('<img alt="a > SYN" title=\'SYN\'><p title="SYN">SYNs</p>'))).toEqual(['SYNs']);
  });

  it('takes whole words, the longest phrase, and none that is excepted', () => {
    expect(words(marked('ASYN SYN-ACK TLS handshake Origin CA original xSYN'))).toEqual(['Origin CA']);
    expect(words(marked('the TCP\n  handshake of the origin'))).toEqual(['TCP\n  handshake', 'origin']);
  });

  it('turns a link to a word into its mark, once', () => {
    const link = '<a href="/guide/glossary/#syn">first packet</a>';
    const html = marked(`${link} ${link} SYN`);
    expect(words(html)).toEqual(['first packet']);
    expect(html).toContain(`</button> ${link} SYN`);
  });

  it('explains no more words than asked, and drops a list without words', () => {
    expect(words(marked('SYN handshake origin', 2))).toEqual(['SYN', 'handshake']);
    expect(marked('<p>Nothing here.</p>')).not.toContain('id="words"');
  });

  it('leaves a page without a list alone', () => {
    expect(markTerms('<main>SYN</main>', TERMS, OPTIONS)).toBe('<main>SYN</main>');
  });

  it('changes nothing but the marks, whatever the page holds', () => {
    const part = fc.constantFrom(
      'SYN',
      ' ',
      '<p>',
      '</p>',
      '<code>',
      '</code>',
      '<',
      '>',
      '"',
      "'",
      '&amp;',
      'origin',
      'TLS handshake',
      '<a href="/guide/glossary/#syn">x</a>',
      '<b title="<SYN>">',
      '</b>',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const main = parts.join('');
        const html = marked(main);
        const end = html.indexOf('<section class="sec" id="words"');
        const before = html.slice(html.indexOf('<main'), end < 0 ? html.lastIndexOf('<p>SYN</p></main>') : end);
        const plain = (text: string): string => text.replace(/<\/?(?:button|a)\b[^<>]*>/g, '');
        expect(plain(before)).toBe(plain(`<main class="w">${main}`));
        expect(ids(html).sort()).toEqual(
          [...new Set([...html.matchAll(/popovertarget="w-([a-z-]+)"/g)].map((match) => match[1]))].sort(),
        );
      }),
    );
  });

  it('is linear in the length of the page', () => {
    const started = performance.now();
    marked('<p>a SYN <code>'.repeat(20_000) + '<'.repeat(20_000) + '"'.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
