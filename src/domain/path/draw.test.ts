import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATIONS, type Station } from '../vocabulary.ts';
import { type Break, describeBreaks, drawError, drawIndex, type PathClock } from './draw.ts';
import { ruler } from './ruler.ts';
import type { StationView } from './station.ts';

const CLOCKS: PathClock[] = [
  { id: 'connect', stage: 'tcp', value: '19 s', ends: '522', mark: 'no SYN+ACK' },
  { id: 'ack', stage: 'request', value: '90 s', ends: '522', mark: 'no ACK' },
  { id: 'write', stage: 'request', value: '30 s', ends: '524', mark: 'then 524' },
  { id: 'read', stage: 'wait', value: '125 s', ends: '524', mark: 'then 524' },
];
const E522: Break[] = [
  { id: 'A', at: 'tcp', note: 'no SYN+ACK', clock: 'connect' },
  { id: 'B', at: 'request', note: 'no ACK', clock: 'ack' },
];
const E524: Break[] = [
  { id: 'A', at: 'wait', note: 'no answer', clock: 'read' },
  { id: 'B', at: 'request', note: 'no room', clock: 'write' },
];
const E521: Break[] = [{ id: undefined, at: 'tcp', note: 'refused', clock: undefined }];
const byId = (views: readonly StationView[]) => (id: Station) => views.find((station) => station.id === id);

describe('drawError', () => {
  it('draws a 522 with two tracks, and a plate on each where it breaks', () => {
    const of = byId(drawError(E522, CLOCKS));
    expect(of('dns')).toMatchObject({
      tracks: ['through', 'through'],
      plate: undefined,
      note: 'an address was found',
      disc: 'plain',
    });
    expect(of('tcp')).toMatchObject({
      tracks: ['cut', 'through'],
      plate: { mark: 'A', track: 0 },
      note: 'A breaks here: no SYN+ACK',
      rest: false,
    });
    expect(of('tls')).toMatchObject({ tracks: ['none', 'through'], note: 'reached in B only', plate: undefined });
    expect(of('request')).toMatchObject({
      tracks: ['none', 'cut'],
      plate: { mark: 'B', track: 1 },
      note: 'B breaks here: no ACK',
      rest: true,
    });
    expect(of('wait')).toMatchObject({ tracks: ['none', 'none'], note: 'not reached', disc: 'off', rest: true });
    expect(of('response')).toMatchObject({ tracks: [], note: 'not reached', disc: 'off', rest: false });
  });

  it('draws a 524, whose B breaks before its A', () => {
    const of = byId(drawError(E524, CLOCKS));
    expect(of('tls')).toMatchObject({ tracks: ['through', 'through'], note: 'encryption was agreed' });
    expect(of('request')).toMatchObject({
      tracks: ['through', 'cut'],
      plate: { mark: 'B', track: 1 },
      rest: false,
      disc: 'plain',
    });
    expect(of('wait')).toMatchObject({ tracks: ['cut', 'none'], plate: { mark: 'A', track: 0 }, rest: true });
  });

  it('draws a code with one condition on one track, with a plain mark', () => {
    const of = byId(drawError(E521, CLOCKS));
    expect(of('tcp')).toMatchObject({ tracks: ['cut'], plate: { mark: '×', track: 0 }, note: 'refused', rest: true });
    expect(of('dns')).toMatchObject({ tracks: ['through'] });
    expect(of('tls')).toMatchObject({ tracks: ['none'], note: 'not reached', disc: 'off' });
  });

  it('draws a break at the last station and at the first', () => {
    const last = byId(drawError([{ id: undefined, at: 'response', note: 'broken', clock: undefined }], []));
    expect(last('response')).toMatchObject({ tracks: ['cut'], plate: { mark: '×' }, rest: false, disc: 'plain' });
    expect(last('wait')).toMatchObject({ tracks: ['through'], note: 'an answer began' });
    expect(
      drawError([{ id: undefined, at: 'client', note: 'gave up', clock: undefined }], [])
        .slice(1)
        .every((station) => station.disc === 'off'),
    ).toBe(true);
  });

  it('marks its own clocks, and says where the others end', () => {
    const of = byId(drawError(E522, CLOCKS));
    expect(of('tcp')?.clocks).toEqual([{ value: '19 s', words: 'no SYN+ACK', own: true }]);
    expect(of('request')?.clocks).toEqual([
      { value: '90 s', words: 'no ACK', own: true },
      { value: '30 s', words: 'then 524', own: false },
    ]);
    expect(byId(drawError(E524, CLOCKS))('wait')?.clocks).toEqual([{ value: '125 s', words: 'to here', own: true }]);
  });

  it('has every station once, no track out of the last but a broken one, and each cut once', () => {
    const at = fc.constantFrom(...STATIONS);
    fc.assert(
      fc.property(fc.oneof(fc.tuple(at), fc.tuple(at, at)), (places) => {
        const breaks = places.map((station, index): Break => ({
          id: places.length === 1 ? undefined : index === 0 ? 'A' : 'B',
          at: station,
          note: 'n',
          clock: undefined,
        }));
        const views = drawError(breaks, CLOCKS);
        expect(views.map((view) => view.id)).toEqual(STATIONS);
        for (const [track] of breaks.entries()) {
          const ends = views.map((view) => view.tracks[track]).filter((end) => end !== undefined);
          expect(ends.filter((end) => end === 'cut')).toHaveLength(1);
          expect(ends.join(' ')).toMatch(/^(through )*cut( none)*$/);
        }
        for (const view of views) expect(view.plate !== undefined).toBe(places.includes(view.id));
      }),
    );
  });
});

describe('drawIndex and describeBreaks', () => {
  it('puts codes at their stations and leaves the path whole', () => {
    const code = { code: '521', label: 'Web server is down', href: '/521/' };
    const views = drawIndex(new Map([['tcp' as const, [code]]]), CLOCKS);
    expect(byId(views)('tcp')?.codes).toEqual([code]);
    expect(byId(views)('dns')?.codes).toEqual([]);
    expect(views.flatMap((view) => view.clocks)).not.toContainEqual(expect.objectContaining({ own: true }));
    expect(views.every((view) => view.plate === undefined && !view.rest)).toBe(true);
  });

  it('says in words what the drawing shows', () => {
    expect(describeBreaks('522', E522)).toBe('The request path of a 522: it breaks at connect (A), or at send (B)');
    expect(describeBreaks('521', E521)).toBe('The request path of a 521: it breaks at connect');
    expect(describeBreaks('499', [{ id: undefined, at: 'client', note: '', clock: undefined }])).toBe(
      'The request path of a 499: it breaks at visitor',
    );
  });
});

describe('ruler', () => {
  it('places moments to scale, in order, inside the line', () => {
    expect(ruler([0, 1, 11, 19], 19)).toEqual([
      { at: 2, label: '0' },
      { at: 6.84, label: '1' },
      { at: 55.26, label: '11' },
      { at: 94, label: '19' },
    ]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 125 })), (moments) => {
        const sorted = [...moments].sort((a, b) => a - b);
        const places = ruler(sorted, 125).map((mark) => mark.at);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        for (const place of places) expect(place >= 2 && place <= 94).toBe(true);
      }),
    );
  });
});
