import { describe, expect, it } from 'vitest';
import { codesOnly, type SearchEntry } from './model.ts';
import { prepareIndex } from './prepare.ts';
import { search } from './search.ts';

const { entries, ...known } = codesOnly(['521', '522', '524']);
const page = (fields: Partial<SearchEntry>): SearchEntry[] =>
  codesOnly(['']).entries.map((blank) => ({ ...blank, kind: 'page', codes: [], ...fields }));
const prepared = prepareIndex({
  ...known,
  entries: [
    ...entries,
    ...page({ kind: 'guide', title: 'Retry in a library', href: '/guides/retries/', names: ['how long to wait'] }),
    ...page({ title: 'Libraries: axios, scrapy', href: '/clients/' }),
    ...page({ kind: 'cause', title: 'The first firewall', href: '/causes/firewall/', codes: ['521', '522'] }),
  ],
});
const first = (query: string): string | undefined => search(prepared, query).hits[0]?.entry.href;

describe('words beside codes', () => {
  it('stand before several codes only where they ask what to do about them', () => {
    expect(first('axios retry 522 524')).toBe('/guides/retries/');
    expect(first('RETRY_CODES 522 524')).toBe('/guides/retries/');
    expect(first('axios 522 524')).toBe('/522/');
  });

  it('say nothing where they are everyday words alone', () => {
    expect(first('first 522')).toBe('/522/');
    expect(first('firewall 522')).toBe('/causes/firewall/');
  });

  it('ask about the code with “how long”, and about what to do with “how”', () => {
    expect(first('how long does 524 wait')).toBe('/524/');
    expect(first('how to wait after 524')).toBe('/guides/retries/');
  });
});
