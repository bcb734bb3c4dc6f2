import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('./run.ts', import.meta.url));
const run = (...args: string[]) => spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });

it.each([
  [['no-such-scenario'], /no scenario is called "no-such-scenario"/],
  [['--bogus'], /'--bogus'/],
  [['--repeat', 'often'], /--repeat, found "often"/],
  [['--workers', '0'], /--workers, found "0"/],
])('bad use is told with what can be given, with status 2: %j', (args, why) => {
  const { status, stdout, stderr } = run(...args);
  expect(stderr).toMatch(why);
  expect(stderr).toContain('--list');
  expect(stderr).not.toContain('    at ');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
});

it('lists the scenarios that a part of an id names', () => {
  const { status, stdout } = run('nginx-444', '--list');
  expect(status).toBe(0);
  expect(
    stdout
      .split('\n')
      .filter((line) => line !== '')
      .every((line) => line.startsWith('nginx-444')),
  ).toBe(true);
});
