import { describe, expect, it } from 'vitest';
import { FILTER_FAULTS } from './faults-filters.ts';
import { NETWORK_FAULTS } from './faults-network.ts';
import { SERVER_FAULTS } from './faults-server.ts';
import { lacking, reportIn } from './world.ts';

const NEEDS = ['nginx', 'openssl', 'curl', 'ip', 'nsenter', 'python3', 'dash'];

describe.concurrent('names the fault', () => {
  for (const { name, setup, symptoms, args = [], tools = [], never = [], outside = false } of [
    ...NETWORK_FAULTS,
    ...FILTER_FAULTS,
    ...SERVER_FAULTS,
  ]) {
    const missing = lacking([...NEEDS, ...tools]);
    it.skipIf(missing.length > 0)(
      missing.length > 0 ? `${name} (skipped: ${missing.join(', ')})` : name,
      { timeout: 120_000 },
      async () => {
        const report = await reportIn(setup, args);
        const named = report.symptoms.map(({ id }) => id);
        const told = JSON.stringify(
          report.checks.filter(({ status }) => status !== 'ok'),
          undefined,
          1,
        );
        expect(
          named.some((id) => symptoms.includes(id)),
          `named: ${named.join(' ')}\n${told}`,
        ).toBe(true);
        expect(named.filter((id) => never.includes(id))).toEqual([]);
        expect(report.outside).toBe(outside);
      },
    );
  }
});
