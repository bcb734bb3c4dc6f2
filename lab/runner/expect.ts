import type { Expectation } from '../../src/knowledge/schemas/scenario.ts';
import type { Result } from '../edge/probe.ts';

/**
 * Holds results against what a scenario expects.
 * @returns what differs, in words; empty when all is as expected
 */
export function differences(results: readonly Result[], expected: Expectation): string[] {
  const found: string[] = [];
  for (const { code, event, errno, truncated, stage } of results) {
    const told = `${code} (${event}${errno === '' ? '' : `, ${errno}`}, stage ${stage})`;
    if (!expected.codes.includes(code)) found.push(`expected ${expected.codes.join(' or ')}, got ${told}`);
    else if (expected.event !== undefined && code !== '200' && event !== expected.event)
      found.push(`expected ${expected.event}, got ${told}`);
    if (expected.truncated !== undefined && expected.truncated !== truncated)
      found.push(`expected ${expected.truncated ? 'a truncated' : 'a whole'} answer, got ${told}`);
  }
  for (const [code, [least, most]] of Object.entries(expected.counts ?? {})) {
    const count = results.filter((result) => result.code === code).length;
    if (count < least || count > most)
      found.push(`expected ${String(least)} to ${String(most)} times ${code}, got ${String(count)}`);
  }
  return [...new Set(found)];
}
