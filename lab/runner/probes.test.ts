import { expect, test } from 'vitest';
import { scenarioSchema } from '../../src/knowledge/schemas/scenario.ts';
import type { Probe } from '../edge/probe.ts';
import { probeOnce } from './probes.ts';

const clocks = { connect: 1, tls: 1, write: 1, ack: 1, read: 1 };

test('after a fix, probes that shared a connection share a fresh one, and others have their own', async () => {
  const scenario = scenarioSchema.parse({
    id: 'reuse',
    title: 'Reuse',
    control: true,
    setup: [],
    probes: [{ keep: 'one' }, { keep: 'one' }, {}],
    expect: { codes: ['200'] },
    visible: 'host',
  });
  const asked: (string | undefined)[] = [];
  const ask = (probe: Probe): Promise<never> => {
    asked.push(probe.keep);
    return Promise.resolve({ code: '200', event: 'answered', errno: '', stage: 'response', truncated: false } as never);
  };
  const settings = { clocks, headers: 1, ciphers: [], pki: '', real: false };
  await probeOnce(ask, scenario, settings, ['200']);
  await probeOnce(ask, scenario, settings, ['200']);
  const [first, second, third, again] = asked;
  expect(first).toBeDefined();
  expect(second).toBe(first);
  expect(third).toBeUndefined();
  expect(again).not.toBe(first);
  expect(asked).toHaveLength(6);
});
