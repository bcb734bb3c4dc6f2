import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startBrowser } from './browser.ts';
import { buildSite, givenBuild, ROOT } from './build.ts';
import { serve } from '../../src/build/serve.ts';

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
  // Inside the project: two builds outside it would share Astro's working folder and break each other.
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const temporary = mkdtempSync(join(ROOT, '.cache/site-'));
  const undo: (() => Promise<void> | void)[] = [
    () => {
      rmSync(temporary, { recursive: true, force: true });
    },
  ];
  const teardown = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  const offer = async (variable: string, settings: { BASE_PATH?: string; SITE_URL?: string }): Promise<Site> => {
    const base = settings.BASE_PATH ?? '';
    const dist = givenBuild(variable) ?? join(temporary, variable.toLowerCase());
    if (dist.startsWith(temporary)) buildSite(dist, settings);
    const server = await serve(dist, base);
    undo.push(server.close);
    return { address: server.origin + base, dist, base };
  };
  try {
    const browser = await startBrowser();
    undo.push(() => browser.close());
    project.provide('browser', browser.wsEndpoint());
    project.provide('site', await offer('SITE_DIST', {}));
    project.provide('guide', await offer('SITE_DIST_GUIDE', GUIDE));
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}
