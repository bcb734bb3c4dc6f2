import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What the test runner sets for itself. With it the build would take itself for development and be slow. */
const TEST_MODE = ['NODE_ENV', 'VITEST', 'TEST', 'MODE', 'DEV', 'PROD', 'SSR', 'BASE_URL'] as const;

/** A build made elsewhere, named by an environment variable; undefined when the variable is not set. */
export function givenBuild(variable: string): string | undefined {
  const given = process.env[variable];
  if (given === undefined || given === '') return undefined;
  const dist = resolve(given);
  if (!existsSync(dist))
    throw new Error(`${variable} is ${dist}, and there is no such folder. Build the site first, or unset it.`);
  return dist;
}

/**
 * Builds the site into a folder.
 * @param settings BASE_PATH and SITE_URL for this build; what the shell has set does not count
 */
export function buildSite(dist: string, settings: { BASE_PATH?: string; SITE_URL?: string }): void {
  const env: NodeJS.ProcessEnv = { ...process.env, BASE_PATH: '', SITE_URL: '', ...settings };
  for (const name of TEST_MODE) Reflect.deleteProperty(env, name);
  const { status, stdout, stderr } = spawnSync('npx', ['astro', 'build', '--outDir', dist], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  process.stderr.write(stdout + stderr);
  throw new Error('The site does not build; its output stands above.');
}
