import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carry } from './carry.ts';
import { codesSeen } from './codes.ts';
import type { Graph, Symptom } from './graph.ts';
import { cause, SAMPLE } from './sample.fixture.ts';

const symptom = (more: Partial<Symptom>): Symptom => ({
  label: 'l',
  kind: 'fault',
  vantage: 'origin',
  clears: [],
  blames: [],
  ...more,
});
const GRAPH: Graph = {
  ...SAMPLE,
  symptoms: {
    'code-522': symptom({ group: 'code', vantage: 'edge' }),
    'code-5xx': symptom({ group: 'code', vantage: 'edge' }),
    'code-502': symptom({ group: 'code-neighbour', vantage: 'edge' }),
    'code-1016-in-body': symptom({ group: 'inner-code', vantage: 'edge' }),
    'time-20': symptom({ group: 'time', vantage: 'edge' }),
    'scope-constant': symptom({ group: 'scope', vantage: 'edge' }),
    'rule-drop': symptom({ group: 'rules' }),
    'load-high': symptom({}),
    'change-firewall': symptom({ kind: 'context' }),
    'record-right': symptom({ kind: 'healthy', vantage: 'dashboard' }),
  },
  causes: {
    filter: cause(8, [
      { symptom: 'rule-drop', weight: 'decisive' },
      { symptom: 'change-firewall', weight: 'supports' },
      { symptom: 'scope-constant', weight: 'supports' },
      { symptom: 'load-high', weight: 'against' },
    ]),
  },
};
const ALL = Object.keys(GRAPH.symptoms);

describe('findings after a repair that led to another code', () => {
  it('keeps what still holds', () => {
    expect(carry(GRAPH, ALL, ['filter'])).toEqual({
      kept: ['scope-constant', 'load-high', 'change-firewall', 'record-right'],
      dropped: ['code-522', 'code-5xx', 'code-502', 'code-1016-in-body', 'time-20', 'rule-drop'],
    });
  });

  it('keeps a fault that nobody repaired', () => {
    expect(carry(GRAPH, ['rule-drop'], []).kept).toEqual(['rule-drop']);
  });

  it('parts any list in two and invents nothing', () => {
    const ids = fc.array(fc.oneof(fc.constantFrom(...ALL), fc.string()));
    fc.assert(
      fc.property(ids, ids, (evidence, repaired) => {
        const { kept, dropped } = carry(GRAPH, evidence, [...repaired, 'filter', 'constructor']);
        expect([...kept, ...dropped].sort()).toEqual([...evidence].sort());
      }),
    );
  });
});

describe('the codes seen', () => {
  it('are the numbers among the findings', () => {
    expect(codesSeen(GRAPH, ALL)).toEqual(['522', '502', '1016']);
    expect(codesSeen(GRAPH, ['rule-drop', 'code-999'])).toEqual([]);
  });
});
