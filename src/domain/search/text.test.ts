import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageIn } from './passage.ts';
import { type PackedWords, packWords, readWords } from './text.ts';

/** Pages that tell nothing, so that a word on some of the others is not on most of all. */
const FILLER = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [`/z${String(at)}/`, `filler text ${String(at)}`]),
);
const packed = (texts: Readonly<Record<string, string>>, same = {}): PackedWords =>
  packWords(new Map(Object.entries({ ...FILLER, ...texts })), same);

describe('the words of the pages', () => {
  const texts = {
    '/a/': 'The handshake fails. Handshakes fail when the handshake is refused.',
    '/b/': `One handshake among other things. ${'Much else is said on this long page. '.repeat(20)}`,
    '/c/': 'A time out.',
  };
  const pagesWith = readWords(packed(texts, { 'time out': 'timeout' }));

  it('finds the pages of a word in any inflection, and puts the one that is most about it first', () => {
    expect([...pagesWith('handshakes').keys()]).toContain('/a/');
    expect(pagesWith('handshake').get('/a/')).toBe(1);
    expect(pagesWith('handshake').get('/b/') ?? 0).toBeLessThan(1);
  });

  it('reads words that mean the same as one', () => {
    expect([...pagesWith('timeout').keys()]).toEqual(['/c/']);
  });

  it('knows nothing of a word that stands nowhere or on most pages', () => {
    expect(pagesWith('unheard').size).toBe(0);
    expect(pagesWith('filler').size).toBe(0);
    expect(pagesWith('').size).toBe(0);
    expect(pagesWith('constructor').size).toBe(0);
  });

  it('refuses what is something else', () => {
    expect(() => readWords({} as PackedWords)).toThrow();
  });

  it('gives back every telling word of every page, whatever the texts hold', () => {
    const text = fc.array(fc.oneof(fc.stringMatching(/^[a-z]{2,9}\d?$/), fc.string({ unit: 'binary' })), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (pages) => {
        const own = Object.fromEntries(pages.map((words, at) => [`/p${String(at)}/`, words.join(' ')]));
        const read = readWords(JSON.parse(JSON.stringify(packed({ ...own, '/x/': 'zebra' }))) as PackedWords);
        expect([...read('zebra')]).toEqual([['/x/', 1]]);
        for (const word of pages.flat()) {
          for (const [path, much] of read(word)) {
            expect(Object.keys({ ...FILLER, ...own, '/x/': '' })).toContain(path);
            expect(much).toBeGreaterThan(0);
            expect(much).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });
});

describe('passageIn', () => {
  const page = {
    content: 'A page. Intro with socket. Fix it. Raise the backlog, then the backlog again. More on sockets.',
    anchors: [
      { element: 'main', id: 'main', location: 0 },
      { element: 'section', id: 'gone', location: 5 },
      { element: 'section', id: 'fix', location: 5 },
      { element: 'h3', id: 'more', location: 13 },
    ],
  };

  it('names the section that holds the word most often, and marks the word', () => {
    const passage = passageIn(page, 'backlog');
    expect(passage?.id).toBe('fix');
    expect(passage?.heading).toBe('Fix it');
    expect(passage?.excerpt.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['backlog,', 'backlog']);
  });

  it('stands in no section before the first one', () => {
    expect(passageIn(page, 'intro')).toMatchObject({ id: '', heading: '' });
  });

  it('is nothing where the word is not', () => {
    expect(passageIn(page, 'tunnel')).toBeUndefined();
    expect(passageIn({ content: '', anchors: [] }, 'tunnel')).toBeUndefined();
  });

  it('keeps markup as text', () => {
    const passage = passageIn({ content: '<img src=x> backlog &lt;b&gt;', anchors: [] }, 'backlog');
    expect(passage?.excerpt.map(({ text }) => text).join('')).toBe('<img src=x> backlog &lt;b&gt;');
  });
});
