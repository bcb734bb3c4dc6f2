import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { confusion, isRightAbout, measured } from './diagnosis-view.ts';
import { diagnosisHash } from './lab-files.ts';
import { loadKnowledge } from './load.ts';
import type { Knowledge } from './model.ts';
import type { Scenario } from './schemas/scenario.ts';

const content = loadKnowledge(fileURLToPath(new URL('../../content', import.meta.url)), '2026-11-21').knowledge;
if (content === undefined) throw new Error('the content has mistakes: npm run check:knowledge');
const knowledge: Knowledge = content;
const drop = content.scenarios.get('iptables-drop');
if (drop === undefined) throw new Error('the catalogue lacks what the tests stand on');

const DROP = { symptoms: ['rule-drop', 'listen-ok'], outside: false };
const NOTHING = { symptoms: ['listen-ok', 'local-ok'], outside: true };
const healthy = { ...drop, id: 'healthy', control: true };

/** The content with this one scenario and what the script said about it. */
function withDiagnosis(scenario: Scenario, hash: string): Knowledge {
  const entry = { hash, on: '2026-11-21', plain: NOTHING, replay: DROP };
  const lab = { ...knowledge.lab, diagnosis: { scenarios: { [scenario.id]: entry } } };
  return { ...knowledge, scenarios: new Map([[scenario.id, scenario]]), lab };
}

describe('what diagnose.sh said in the lab', () => {
  it('is judged by the evidence on the cause’s page', () => {
    expect(isRightAbout(drop, DROP, content)).toBe(true);
    expect(isRightAbout(drop, { symptoms: ['cert-expired'], outside: false }, content)).toBe(false);
    expect(isRightAbout(healthy, NOTHING, content)).toBe(true);
    expect(isRightAbout(healthy, DROP, content)).toBe(false);
  });

  it('is counted by area, without and with --replay, and each miss stands with what was said', () => {
    const elsewhere = { ...drop, visible: 'outside' as const };
    const { visible, areas, outside, controls, misses } = confusion(
      [
        { scenario: drop, plain: NOTHING, replay: DROP },
        { scenario: elsewhere, plain: NOTHING, replay: NOTHING },
        { scenario: healthy, plain: NOTHING, replay: DROP },
      ],
      content,
    );
    expect(visible).toEqual({ all: 1, plain: 0, replay: 1 });
    expect(areas).toEqual([['filter', visible]]);
    expect(outside).toEqual({ all: 1, plain: 1, replay: 1 });
    expect(controls).toEqual({ all: 1, plain: 1, replay: 0 });
    expect(misses.map(({ scenario, wrong, said }) => [scenario.id, wrong, said])).toEqual([
      ['iptables-drop', 'plain', []],
      ['healthy', 'replay', ['rule-drop']],
    ]);
  });

  it('counts while script and scenario are as they were', () => {
    const hash = diagnosisHash(drop, content.lab.script);
    expect(measured(withDiagnosis(drop, hash))).toMatchObject({ diagnosed: [{ replay: DROP }], pending: 0 });
    expect(measured(withDiagnosis({ ...drop, setup: [] }, hash)).diagnosed).toEqual([]);
    const known = withDiagnosis(drop, hash);
    expect(measured({ ...known, lab: { ...known.lab, script: 'another' } }).diagnosed).toEqual([]);
    expect(measured(withDiagnosis({ ...drop, fix: 'outside' }, hash)).diagnosed).toHaveLength(1);
  });
});
