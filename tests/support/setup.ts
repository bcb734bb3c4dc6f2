import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startBrowser } from './browser.ts';
import { buildSite, givenBuild } from './build.ts';
import { serve } from './server.ts';

/** A built site that is being served. */
export interface Site {
  /** Address of its first page, without a slash at the end; includes the base path. */
  readonly address: string;
  /** Folder of the build. */
  readonly dist: string;
  /** Base path; empty at the root. */
  readonly base: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** WebSocket address of the browser. */
    browser: string;
    /** The site as it stands at the root of a host. */
    site: Site;
    /** The same site below a base path, built with a public address. */
    guide: Site;
  }
}

const GUIDE = { BASE_PATH: '/guide', SITE_URL: 'https://guide.example' };

/** Builds what is to be tested, serves it, and starts one browser; undone at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const temporary = mkdtempSync(join(tmpdir(), '52x-site-'));
  const build = (variable: string, settings: Parameters<typeof buildSite>[1]): string => {
    const given = givenBuild(variable);
    if (given !== undefined) return given;
    const dist = join(temporary, variable.toLowerCase());
    buildSite(dist, settings);
    return dist;
  };
  const site = build('SITE_DIST', {});
  const guide = build('SITE_DIST_GUIDE', GUIDE);
  const browser = await startBrowser();
  const servers = [await serve(site), await serve(guide, GUIDE.BASE_PATH)] as const;
  project.provide('browser', browser.wsEndpoint());
  project.provide('site', { address: servers[0].origin, dist: site, base: '' });
  project.provide('guide', { address: servers[1].origin + GUIDE.BASE_PATH, dist: guide, base: GUIDE.BASE_PATH });
  return async () => {
    await browser.close();
    for (const server of servers) await server.close();
    rmSync(temporary, { recursive: true, force: true });
  };
}
