import { describe, expect, it } from 'vitest';
import { drawProgress } from '../path/draw.ts';
import { progress } from './progress.ts';
import { SAMPLE } from './sample.fixture.ts';

describe('progress', () => {
  it('clears and blames as the evidence comes in; the later word counts', () => {
    expect(progress(SAMPLE, ['code-a'])).toEqual({ client: 'cleared', edge: 'cleared', tcp: 'suspect' });
    expect(progress(SAMPLE, ['code-a', 'q-ok']).tcp).toBe('cleared');
    expect(progress(SAMPLE, ['q-ok', 'q-full']).tcp).toBe('suspect');
    expect(progress(SAMPLE, [])).toEqual({});
  });

  it('does not let health seen from outside clear what something blames', () => {
    expect(progress(SAMPLE, ['code-a', 'd-ok'])).toMatchObject({ tcp: 'suspect', tls: 'cleared', wait: 'cleared' });
    expect(progress(SAMPLE, ['d-ok']).tcp).toBe('cleared');
  });

  it('clears nothing beyond the station that fails by health seen from outside', () => {
    const states = progress(SAMPLE, ['code-a', 'd-ok'], 'tcp');
    expect(states.tcp).toBe('fails');
    expect([states.tls, states.wait]).toEqual([undefined, undefined]);
    expect(states.edge).toBe('cleared');
  });

  it('settles on the station where an end says that it fails', () => {
    expect(progress(SAMPLE, ['code-a', 't-long'], 'request')).toEqual({
      client: 'cleared',
      edge: 'cleared',
      tcp: 'cleared',
      request: 'fails',
    });
    expect(progress(SAMPLE, ['code-a', 't-long'], 'tcp')).toMatchObject({ tcp: 'fails', request: 'open' });
  });

  it('passes over what it does not know', () => {
    expect(progress(SAMPLE, ['constructor', '__proto__', 'gone'])).toEqual({});
  });
});

describe('the drawing of progress', () => {
  const view = (states: Parameters<typeof drawProgress>[0]) =>
    new Map(drawProgress(states).map((station) => [station.id, station]));

  it('is dotted and open before the first answer', () => {
    for (const station of drawProgress({})) {
      expect(station).toMatchObject({
        disc: 'off',
        status: 'not known yet',
        plate: undefined,
        rest: station.id !== 'response',
      });
    }
  });

  it('is solid up to the last cleared station, over open ones too', () => {
    const stations = view({ client: 'cleared', tcp: 'cleared' });
    expect(stations.get('dns')).toMatchObject({ disc: 'off', tracks: ['through'], rest: false });
    expect(stations.get('tcp')).toMatchObject({ disc: 'ok', status: 'cleared', tracks: ['none'], rest: true });
  });

  it('does not run on past a doubt, though a later station is in order by itself', () => {
    for (const state of ['suspect', 'fails'] as const) {
      const stations = view({ edge: 'cleared', tcp: state, wait: 'cleared' });
      expect(stations.get('client')?.tracks).toEqual(['through']);
      expect(stations.get('tcp')).toMatchObject({ tracks: [state === 'fails' ? 'cut' : 'none'], rest: true });
      expect(stations.get('tls')?.rest).toBe(true);
      expect(stations.get('wait')).toMatchObject({ disc: 'ok', rest: true });
    }
  });

  it('marks the failing station, in words too, also the last one', () => {
    expect(view({ response: 'fails' }).get('response')).toMatchObject({
      plate: { mark: '×', track: 0 },
      tracks: ['cut'],
      status: 'fails here',
    });
    expect(view({ tcp: 'suspect' }).get('tcp')).toMatchObject({ plate: undefined, status: 'suspect' });
  });
});
