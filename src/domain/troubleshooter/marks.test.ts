import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMarks, encodeMarks, type Marks, NO_MARKS } from './marks.ts';
import { choicesFor, choose, fit } from './platforms.ts';
import { SAMPLE } from './sample.fixture.ts';
import { decodeWalk, encodeWalk, QUERY_LIMIT } from './walk.ts';

const CAUSES = Object.keys(SAMPLE.causes);
const marks: fc.Arbitrary<Marks> = fc.record({
  on: fc
    .tuple(fc.constantFrom('', 'ufw', 'nftables'), fc.constantFrom('', 'nginx'), fc.constantFrom('', 'aws'))
    .map((ids) => ids.filter((id) => id !== '')),
  tried: fc.uniqueArray(fc.constantFrom(...CAUSES)),
});

describe('marks in an address', () => {
  it('reads back what it wrote, beside any walk', () => {
    fc.assert(
      fc.property(marks, (given) => {
        const walk = { answers: [{ question: 'code', value: ['code-a'] }], seen: ['f-drop'] };
        const query = `${encodeWalk(walk)}&${encodeMarks(given)}`;
        expect(decodeMarks(SAMPLE, query)).toEqual({ marks: given, damaged: false });
        expect(decodeWalk(query)).toEqual({ walk, damaged: false });
      }),
    );
    expect(encodeMarks(NO_MARKS)).toBe('');
  });

  it('reads any text without throwing, and then only what it knows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (a, b) => {
        const { marks: found } = decodeMarks(SAMPLE, `on=${a}&tried=${b}&on=ufw`);
        for (const id of found.on) expect(Object.keys(SAMPLE.platforms)).toContain(id);
        for (const id of found.tried) expect(CAUSES).toContain(id);
      }),
    );
  });

  it.each([
    ['markup', 'on=<script>alert(1)</script>', []],
    ['an unknown platform', 'on=ufw,plan9', ['ufw']],
    ['two of one group', 'on=ufw,nftables,nginx', ['ufw', 'nginx']],
    ['a platform that fits every site', 'on=linux', []],
    ['names of the language', 'on=constructor,__proto__,toString&tried=hasOwnProperty', []],
    ['100 kB', `on=ufw&on=${'nginx,'.repeat(20_000)}`, ['ufw']],
  ])('%s is left out, and said', (_name, query, on) => {
    const { marks: found, damaged } = decodeMarks(SAMPLE, query);
    expect(found).toEqual({ on, tried: [] });
    expect(damaged || query.length > QUERY_LIMIT).toBe(true);
  });
});

describe('platforms', () => {
  const command = (platform?: string) => ({ platform, run: platform ?? 'any' });
  const runs = (names: readonly (string | undefined)[], on: readonly string[]) => {
    const { shown, ...rest } = fit(SAMPLE, names.map(command), on);
    return { shown: shown.map(({ run }) => run), ...rest };
  };

  it('offers the groups that matter, each with all its platforms', () => {
    expect(choicesFor(SAMPLE, ['ufw', 'linux']).map(({ group, platforms }) => [group.id, platforms])).toEqual([
      ['firewall', ['ufw', 'nftables']],
    ]);
    expect(choicesFor(SAMPLE, ['linux', 'nothing'])).toEqual([]);
  });

  it('holds one of each group', () => {
    expect(choose(SAMPLE, ['ufw', 'nginx'], 'firewall', 'nftables')).toEqual(['nginx', 'nftables']);
    expect(choose(SAMPLE, ['ufw', 'nginx'], 'firewall', '')).toEqual(['nginx']);
  });

  it.each([
    ['the chosen one', ['nftables', 'ufw'], ['ufw'], ['ufw'], ['nftables'], undefined],
    ['none before a choice', ['nftables', 'ufw'], [], [], ['nftables', 'ufw'], undefined],
    [
      'the first, and says so, where there is none for the choice',
      ['nftables', 'nginx'],
      ['ufw'],
      ['nftables'],
      ['nginx'],
      'ufw',
    ],
    [
      'what fits every site beside the chosen',
      ['linux', 'nginx', undefined],
      ['nginx'],
      ['linux', 'nginx', 'any'],
      [],
      undefined,
    ],
    ['what fits every site alone', ['linux', 'nginx'], [], ['linux'], ['nginx'], undefined],
    ['all of one platform', ['ufw', 'ufw', 'nftables'], ['ufw'], ['ufw', 'ufw'], ['nftables'], undefined],
    ['nothing', [], ['ufw'], [], [], undefined],
  ])('shows %s', (_name, names, on, shown, others, missing) => {
    expect(runs(names, on)).toEqual({ shown, others, missing });
  });

  it('loses no command: each is shown or its platform is named', () => {
    const names = fc.array(fc.constantFrom(undefined, 'ufw', 'nftables', 'nginx', 'linux', 'aws', 'unknown'));
    fc.assert(
      fc.property(names, fc.subarray(['ufw', 'nginx', 'aws']), (given, on) => {
        const { shown, others } = runs(given, on);
        for (const name of given) expect([...shown, ...others]).toContain(name ?? 'any');
        if (given.some((name) => on.includes(name ?? ''))) expect(shown).not.toEqual([]);
      }),
    );
  });
});
