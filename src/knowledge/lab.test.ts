import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { results as resultsRule } from './checks/results.ts';
import { scenarios as scenarioRule } from './checks/scenarios.ts';
import { scenarioHash } from './lab-files.ts';
import { tried, triedFor } from './lab-view.ts';
import { loadKnowledge } from './load.ts';
import type { Knowledge } from './model.ts';
import type { Scenario } from './schemas/scenario.ts';

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the content lacks what the tests stand on');
  return value;
}

const ROOT = fileURLToPath(new URL('../../content', import.meta.url));
const loaded = loadKnowledge(ROOT, '2026-11-21');
const content = known(loaded.knowledge);

const ID = 'iptables-drop';
const drop = known(content.scenarios.get(ID));

/** The content with one scenario, and a result for it that was written with the content as it is. */
function withResult(scenario: Scenario, change: Partial<Knowledge> = {}, matches = 5): Knowledge {
  const base = { ...content, scenarios: new Map([[ID, scenario]]) };
  const { simulator } = base.lab;
  const outcome = {
    ...{ on: '2026-11-21', runs: 5, matches, real: false, seen: [], evidence: [], wire: [], ms: 1 },
    fix: 'verified' as const,
    hash: scenarioHash(drop, { simulator, causes: base.causes, addresses: base.addresses }),
  };
  const about = { date: '2026-11-21', kernel: '6', system: 'Debian', servers: [], clocks: {} };
  return { ...base, lab: { simulator, results: { ...about, scenarios: { [ID]: outcome } } }, ...change };
}

const problems = (knowledge: Knowledge, rule: typeof scenarioRule): string[] =>
  rule({ knowledge, raw: loaded.raw, today: '2026-11-21' }).map(({ expected }) => expected);

describe('a result of the lab', () => {
  it('shows while scenario, simulator and fix are as they were', () => {
    const knowledge = withResult(drop);
    expect(tried(knowledge).map(({ id }) => id)).toEqual([ID]);
    expect(triedFor(knowledge, 'fw-drop-cloudflare')).toHaveLength(1);
    expect(triedFor(knowledge, 'cert-expired')).toEqual([]);
    expect(problems(knowledge, resultsRule)).toEqual([]);
  });

  it('is withdrawn when the scenario changes, and the check says so', () => {
    const knowledge = withResult({ ...drop, setup: ['iptables -P INPUT DROP'] });
    expect(tried(knowledge)).toEqual([]);
    expect(problems(knowledge, resultsRule)).toEqual([expect.stringContaining(ID)]);
  });

  it('is withdrawn when the simulator changes', () => {
    const { lab } = withResult(drop);
    expect(tried(withResult(drop, { lab: { ...lab, simulator: 'another' } }))).toEqual([]);
  });

  it('is withdrawn when the fix on the page changes', () => {
    const causes = new Map(content.causes);
    const cause = known(causes.get('fw-drop-cloudflare'));
    const immediate = cause.fix.immediate.map((step) => ({
      ...step,
      run: step.run.map((command) => ({ ...command, run: command.run.replace('ACCEPT', 'RETURN') })),
    }));
    causes.set('fw-drop-cloudflare', { ...cause, fix: { ...cause.fix, immediate } });
    expect(tried(withResult(drop, { causes }))).toEqual([]);
  });

  it('is withdrawn when a run did not match', () => {
    expect(tried(withResult(drop, {}, 4))).toEqual([]);
  });

  it('of a scenario that is gone is an error', () => {
    const knowledge = { ...withResult(drop), scenarios: new Map<string, Scenario>() };
    expect(resultsRule({ knowledge, raw: loaded.raw, today: '' })).toMatchObject([{ severity: 'error' }]);
  });
});

describe('a scenario', () => {
  const check = (change: Partial<Scenario>): string[] => problems(withResult({ ...drop, ...change }), scenarioRule);

  it('as it stands is in order', () => {
    expect(check({})).toEqual([]);
  });

  it.each<[string, Partial<Scenario>, RegExp]>([
    ['a code that its cause does not list', { expect: { codes: ['526'] } }, /codes that "fw-drop-cloudflare" lists/],
    ['a symptom that excludes its cause', { symptoms: ['rule-drop', 'syn-rst'] }, /no symptom that excludes/],
    ['no symptom in favour', { symptoms: ['listen-ok'] }, /at least one symptom that supports/],
    ['a control that fails', { control: true, fix: undefined }, /a control to stay 200/],
    [
      'a step that the page does not have',
      { fix: [{ grade: 'immediate', index: 9, write: 'replace', replace: {} }] },
      /a step of the cause/,
    ],
    [
      'a step of words alone',
      { fix: [{ grade: 'short', index: 0, write: 'replace', replace: {} }] },
      /a step with a command/,
    ],
  ])('may not have %s', (_name, change, told) => {
    expect(check(change)).toEqual([expect.stringMatching(told)]);
  });

  it('may have another code when a dispute is named', () => {
    expect(check({ expect: { codes: ['526'] }, conflict: 'lab-clock' })).toEqual([]);
  });

  it('is written in the file that the check names', () => {
    expect(loaded.raw.get(`scenarios/${ID}`)?.file).toBe(join('lab', 'scenarios', 'filters.yaml'));
  });
});
