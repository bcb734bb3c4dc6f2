import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/domain/analyzer/analyze.ts';
import { carried, ruledOut, toWalk } from '../../src/domain/analyzer/start.ts';
import { replay } from '../../src/domain/troubleshooter/replay.ts';
import { decodeWalk, encodeWalk } from '../../src/domain/troubleshooter/walk.ts';
import { artefacts, CORPUS } from './corpus.ts';
import { graph, reader } from './reader.ts';

const read = (text: string) => analyze(text, reader);
const HEADERS = 'HTTP/2 522\nserver: cloudflare\ncf-ray: a23c92d51bc8a952-DTW\nx total=19.760000\n';

describe('on into the troubleshooter', () => {
  it('answers the code and skips what the findings answer', () => {
    const walk = toWalk(read(HEADERS), graph);
    expect(encodeWalk(walk)).toBe('code=code-522&seen=time-20');
    const { steps, current } = replay(graph, walk);
    expect(steps.map(({ question }) => question).slice(0, 2)).toEqual(['code', 'time-522']);
    expect(current).not.toBe('code');
  });

  it('goes to the question about a neighbour, and past it', () => {
    const walk = toWalk(read('Bad gateway Error code 502\nVisit cloudflare.com for more information.'), graph);
    expect(encodeWalk(walk)).toBe('code=code-5xx&seen=code-502,maker-origin');
    expect(replay(graph, walk).steps.map(({ question }) => question)).toContain('code-neighbour');
  });

  it('keeps a condition out until the reader confirms it', () => {
    const result = read('curl: (28) Connection timed out after 19001 milliseconds');
    expect(carried(result, graph)).toEqual([]);
    expect(carried(result, graph, true)).toEqual(['direct-timeout']);
  });

  it('rules out what the evidence excludes, and says by what', () => {
    const out = ruledOut(read(`${HEADERS}LISTEN 0 511 0.0.0.0:443 0.0.0.0:*\n`), graph);
    expect(out.length).toBeGreaterThan(0);
    for (const { cause, symptoms } of out) {
      const excluding = graph.causes[cause]?.evidence.filter(({ weight }) => weight === 'excludes') ?? [];
      expect(excluding.map(({ symptom }) => symptom)).toEqual(expect.arrayContaining([...symptoms]));
    }
  });

  it.each(CORPUS.flatMap(artefacts).map(({ name, text }) => [name, text] as const))(
    'is an address that the troubleshooter reads whole: %s',
    (_name, text) => {
      const walk = toWalk(read(text), graph);
      const { walk: back, damaged } = decodeWalk(encodeWalk(walk));
      expect(damaged).toBe(false);
      expect(back).toEqual(walk);
      const { dropped, evidence } = replay(graph, back);
      expect(dropped).toEqual([]);
      expect(evidence.length).toBeGreaterThanOrEqual(Math.min(1, walk.seen.length));
    },
  );
});
