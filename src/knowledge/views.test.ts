import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASES, BASIS_WEIGHT, type Basis } from '../domain/vocabulary.ts';
import type { Knowledge } from './model.ts';
import { causesOf, codesByStation, codesInOrder, disputesOf, pathClocks } from './views.ts';

/** As much of the knowledge as the views look at. */
function holding(tables: Record<string, Record<string, unknown>>): Knowledge {
  const maps = Object.entries(tables).map(([name, table]) => [name, new Map(Object.entries(table))]);
  return {
    figure: (id: string) => (id === 'odd' ? undefined : `value of ${id}`),
    ...Object.fromEntries(maps),
  } as Knowledge;
}

const cause = (basis: Basis, rank: number, codes: readonly { code: string; basis?: Basis }[]) => ({
  likelihood: { basis, rank },
  codes,
});

describe('causesOf', () => {
  it('orders by basis, then rank, then id, and leaves out other codes', () => {
    const knowledge = holding({
      causes: {
        late: cause('cf-listed', 9, [{ code: '522' }]),
        most: cause('cf-most', 5, [{ code: '522' }]),
        twin: cause('cf-listed', 2, [{ code: '522' }]),
        mate: cause('cf-listed', 2, [{ code: '522' }]),
        other: cause('cf-most', 1, [{ code: '521' }]),
      },
    });
    expect(causesOf(knowledge, '522').map((entry) => entry.id)).toEqual(['most', 'mate', 'twin', 'late']);
    expect(causesOf(knowledge, '599')).toEqual([]);
  });

  it('takes the likelihood for this code where it differs', () => {
    const knowledge = holding({
      causes: {
        a: cause('cf-most', 1, [{ code: '522', basis: 'rare' }, { code: '521' }]),
        b: cause('community', 1, [{ code: '522' }, { code: '521' }]),
      },
    });
    expect(causesOf(knowledge, '522').map(({ id, basis }) => [id, basis])).toEqual([
      ['b', 'community'],
      ['a', 'rare'],
    ]);
    expect(causesOf(knowledge, '521').map(({ id, basis }) => [id, basis])).toEqual([
      ['a', 'cf-most'],
      ['b', 'community'],
    ]);
  });

  it('names a cause with two conditions once, by the first', () => {
    const knowledge = holding({
      causes: {
        a: {
          likelihood: { basis: 'rare', rank: 1 },
          codes: [
            { code: '522', condition: 'A' },
            { code: '522', condition: 'B' },
          ],
        },
      },
    });
    expect(causesOf(knowledge, '522').map((entry) => entry.produces.condition)).toEqual(['A']);
  });

  it('does not depend on the order of the files', () => {
    const one = fc.record({ basis: fc.constantFrom(...BASES), rank: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (list) => {
        const table = list.map(
          ({ basis, rank }, index) => [`c${String(index)}`, cause(basis, rank, [{ code: '522' }])] as const,
        );
        const found = causesOf(holding({ causes: Object.fromEntries(table) }), '522');
        expect(causesOf(holding({ causes: Object.fromEntries([...table].reverse()) }), '522')).toEqual(found);
        const weights = found.map((entry) => BASIS_WEIGHT[entry.basis]);
        expect(weights).toEqual([...weights].sort((a, b) => b - a));
      }),
    );
  });
});

describe('the drawing’s data', () => {
  it('takes the clocks that say where they stand, what they end in and how they are marked', () => {
    const clock = { stage: 'tcp', ends: '522', mark: 'no SYN+ACK' };
    const knowledge = holding({
      figures: {
        connect: clock,
        odd: clock,
        nowhere: { ...clock, stage: undefined },
        endless: { ...clock, ends: undefined },
        bare: { ...clock, mark: undefined },
      },
    });
    expect(pathClocks(knowledge)).toEqual([
      { id: 'connect', value: 'value of connect', ...clock },
      { id: 'odd', value: '', ...clock },
    ]);
  });

  it('puts a code with two conditions at both stations, and a historic one or a rare 1xxx nowhere', () => {
    const at = (...stations: string[]) => stations.map((station) => ({ at: station, label: `at ${station}` }));
    const knowledge = holding({
      errors: {
        522: { family: '52x', status: 'current', breaks: at('tcp', 'request') },
        521: { family: '52x', status: 'current', breaks: at('tcp') },
        527: { family: '52x', status: 'historic', breaks: at('tcp') },
        504: { family: 'neighbour', status: 'current', breaks: at('response') },
        1016: { family: '1xxx', status: 'current', featured: true, breaks: at('dns') },
        1018: { family: '1xxx', status: 'current', featured: false, breaks: at('dns') },
      },
    });
    const stations = codesByStation(knowledge, (path) => `/base${path}`);
    expect([...stations].map(([station, codes]) => [station, codes.map((entry) => entry.code)])).toEqual([
      ['tcp', ['521', '522']],
      ['request', ['522']],
      ['response', ['504']],
      ['dns', ['1016']],
    ]);
    expect(stations.get('request')).toEqual([{ code: '522', label: 'at request', href: '/base/522/' }]);
  });
});

describe('lists', () => {
  it('gives the codes in order: 52x and 530, then the neighbours, then the 1xxx', () => {
    const errors = {
      1016: { family: '1xxx' },
      1000: { family: '1xxx' },
      530: { family: '530' },
      504: { family: 'neighbour' },
      499: { family: 'neighbour' },
      522: { family: '52x' },
      520: { family: '52x' },
    };
    expect(codesInOrder(holding({ errors }))).toEqual(['520', '522', '530', '499', '504', '1000', '1016']);
  });

  it('finds the disputes of an error or a cause', () => {
    const disputes = {
      a: { errors: ['522'], causes: [] },
      b: { errors: [], causes: ['522', 'mtu'] },
      c: { errors: ['521', '522'], causes: ['mtu'] },
    };
    const ids = (kind: 'errors' | 'causes', id: string) =>
      disputesOf(holding({ disputes }), kind, id).map((entry) => entry.errors.join());
    expect(ids('errors', '522')).toEqual(['522', '521,522']);
    expect(ids('causes', 'mtu')).toEqual(['521,522', '']);
    expect(ids('causes', 'gone')).toEqual([]);
  });
});
