import { expect, it } from 'vitest';
import { run } from './sandbox.ts';

it('gives what a program wrote, and its status', () => {
  expect(run(['sh', '-c', 'cat; echo no >&2; exit 3'], 'text ')).toEqual({ status: 3, output: 'text no\n' });
});

it('says why a program did not run', () => {
  const { status, output } = run(['no-such-program-here']);
  expect(status).toBeNull();
  expect(output).toMatch(/no-such-program-here.*ENOENT/);
});
