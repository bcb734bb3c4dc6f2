import { describe, expect, it } from 'vitest';
import type { LabOutcome } from '../../knowledge/schemas/results.ts';
import { edgeName, grouped, type Line, lineWords } from './words.ts';

type Seen = LabOutcome['seen'][number];
const SYN: Seen = { code: '522', event: 'SYN unanswered', stage: 'tcp', certainty: 'documented', times: 5 };
const SERVED: Seen = { code: '200', event: 'answered', stage: 'response', certainty: 'documented', times: 5 };

const line = (seen: readonly Seen[], more: Partial<LabOutcome> = {}, control = false): Line => ({
  control,
  outcome: {
    ...{
      hash: 'x',
      on: '2026-11-21',
      runs: 5,
      matches: 5,
      real: false,
      evidence: [],
      wire: [],
      fix: 'verified',
      ms: 9,
    },
    seen: [...seen],
    ...more,
  },
});

describe('the line on a run', () => {
  it('says the event, how often, what Cloudflare documents, and the fix', () => {
    expect(lineWords([line([SYN])])).toBe('SYN unanswered, 5 of 5; Cloudflare documents this as 522; fix verified.');
  });

  it('leaves out what was served beside the failures', () => {
    expect(lineWords([line([SERVED, SYN])])).toMatch(/^SYN unanswered, /);
  });

  it('marks what is inferred or unknown and never says that Cloudflare returned anything', () => {
    const inferred = lineWords([line([{ ...SYN, code: '523', event: 'no route to host', certainty: 'inferred' }])]);
    const unknown = lineWords([
      line([{ ...SYN, event: 'TLS handshake without an answer', certainty: 'undocumented' }]),
    ]);
    expect(inferred).toMatch(/by inference/);
    expect(unknown).toMatch(/no public source/);
    for (const words of [inferred, unknown]) expect(words).not.toMatch(/Cloudflare (returned|answered|documents)/);
  });

  it('passes the origin’s own status on without a claim about Cloudflare', () => {
    expect(lineWords([line([{ ...SERVED, code: '503' }])])).toBe('the origin’s own 503, 5 of 5; fix verified.');
  });

  it('tells a control and a fault that lies elsewhere', () => {
    expect(lineWords([line([SERVED], { fix: 'none' }, true)])).toBe('stayed 200, 5 of 5.');
    expect(lineWords([line([SYN], { fix: 'outside' })])).toMatch(/nothing on the server mends it\.$/);
  });

  it('adds up lines of one meaning and keeps others apart', () => {
    const lines = [line([SYN]), line([SERVED], { fix: 'none' }, true), line([SYN]), line([SYN], { real: true })];
    const groups = grouped(lines);
    expect(groups.map((group) => group.length)).toEqual([2, 1, 1]);
    expect(lineWords(groups[0] ?? [])).toMatch(/, 10 of 10;/);
    expect(groups.map(([first]) => first && edgeName(first))).toEqual([
      'Lab edge',
      'Lab edge',
      'Lab edge, real clocks',
    ]);
  });
});
