import { describe, expect } from 'vitest';
import { analyze } from '../../src/domain/analyzer/analyze.ts';
import { compile } from '../../src/domain/analyzer/compile.ts';
import { toPatternBook } from '../../src/knowledge/patterns.ts';
import { labKnowledge, openBench } from '../runner/catalogue.ts';
import { runScript } from '../runner/diagnose.ts';
import { runScenario } from '../runner/scenario.ts';
import { labTest, SKIPPED } from './lab-test.ts';

const knowledge = labKnowledge();
const reader = compile(toPatternBook(knowledge));
const found = (text: string): string[] => analyze(text, reader).findings.map(({ symptom }) => symptom);

describe(`a report of diagnose.sh from a broken origin${SKIPPED}`, () => {
  labTest.each([
    ['iptables-drop', 'rule-drop'],
    ['certificate-expired', 'cert-expired'],
  ] as const)('is read by the analyzer as text and as JSON: %s', async (id, symptom) => {
    const scenario = knowledge.scenarios.get(id);
    if (scenario === undefined) throw new Error(`the catalogue lacks ${id}`);
    const bench = await openBench(knowledge, false);
    const reports: string[] = [];
    try {
      const quiet = (): Promise<void> => Promise.resolve();
      const { failures } = await runScenario(scenario, {
        ...bench.kit,
        mend: false,
        hold: async (world) => {
          for (const more of [[], ['--json']]) reports.push(await runScript(world, scenario, more, quiet));
        },
      });
      expect(failures).toEqual([]);
    } finally {
      bench.close();
    }
    const [text = '', json = ''] = reports;
    expect(text).toMatch(/^52x-diagnose 1 /m);
    expect(json).toMatch(/^\{"tool":"52x-diagnose"/m);
    expect(found(text)).toContain(symptom);
    expect([...found(json)].sort()).toEqual([...found(text)].sort());
  });
});
