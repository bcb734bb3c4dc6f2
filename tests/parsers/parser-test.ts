import { it } from 'vitest';
import { missing, type Needs } from '../../src/knowledge/parsers/sandbox.ts';

/** A test that needs programs, and perhaps a sandbox; what is missing stands in the name of the skipped test. */
export function parserTest(name: string, needs: Needs, body: () => void): void {
  const lacks = missing(needs);
  if (lacks.length === 0) it(name, { timeout: 120_000 }, body);
  else it.skip(`${name} (skipped: ${lacks.join(', ')})`, body);
}
