import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect, inject, test as plain } from 'vitest';

export interface VisitOptions extends BrowserContextOptions {
  /** Console messages and script errors that belong to the test, such as the one for a request that it makes fail. */
  readonly expected?: RegExp;
  /** The reader may copy, and the page notes what it wrote: `copied` reads it. */
  readonly copies?: boolean;
}

/** One reader with an empty browser, and what went wrong on the way. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses of all requests, in order. */
  readonly requests: string[];
  /** Requests to other hosts, violations of the content security policy, script errors, dialogs. */
  readonly problems: string[];
}

declare global {
  interface Window {
    tellViolation: (text: string) => void;
    lastCopied?: string;
  }
}

async function watch(
  context: BrowserContext,
  { requests, problems }: Visit,
  expected: RegExp | undefined,
): Promise<void> {
  const hosts = [inject('site'), inject('guide')].map(({ address }) => new URL(address).host);
  await context.exposeFunction('tellViolation', (text: string) => problems.push(`CSP: ${text}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      window.tellViolation(`${violatedDirective} ${blockedURI} in ${sourceFile}`);
    });
  });
  context.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    requests.push(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && !hosts.includes(host))
      problems.push(`request to another host: ${request.url()}`);
  });
  context.on('console', (message) => {
    const text = `${message.text()} (${message.location().url})`;
    if (message.type() === 'error' && expected?.test(text) !== true) problems.push(`console: ${text}`);
  });
  context.on('weberror', (error) => {
    const { message } = error.error();
    if (expected?.test(message) !== true) problems.push(`script error: ${message}`);
  });
  context.on('dialog', (dialog) => {
    problems.push(`a dialog opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

/** Notes what each page puts on the clipboard. All readers share one browser, and with it one clipboard. */
async function noteCopies(context: BrowserContext): Promise<void> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await context.addInitScript(() => {
    const { clipboard } = navigator;
    const write = clipboard.writeText.bind(clipboard);
    clipboard.writeText = async (text) => {
      await write(text);
      window.lastCopied = text;
    };
  });
}

/** What this page put on the clipboard last; empty before that. Only for a visit that `copies`. */
export function copied(page: Page): Promise<string> {
  return page.evaluate(() => window.lastCopied ?? '');
}

async function open(browser: Browser, { expected, copies, ...options }: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  // A test waits for what it expects to come; on a slow machine, with two others beside it, that takes its time.
  context.setDefaultTimeout(20_000);
  const visit: Visit = { context, page: await context.newPage(), requests: [], problems: [] };
  await watch(context, visit, expected);
  if (copies === true) await noteCopies(context);
  return visit;
}

interface Fixtures {
  /** Opens an empty browser for one reader; at the end of the test nothing may have gone wrong in it. */
  visit: (options?: VisitOptions) => Promise<Visit>;
  /** A reader who has seen other pages before, for looking at many pages fast. */
  regular: Visit;
}

interface FileFixtures {
  browser: Browser;
  /** Readers who are between two tests. */
  idle: Visit[];
}

/** `test` with a browser; shared by all files of the site project. */
export const test = plain.extend<Fixtures & FileFixtures>({
  browser: [
    async ({}, use) => {
      const browser = await chromium.connect(inject('browser'));
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  idle: [
    async ({}, use) => {
      await use([]);
    },
    { scope: 'file' },
  ],
  visit: async ({ browser }, use) => {
    const visits: Visit[] = [];
    await use(async (options) => {
      const visit = await open(browser, options);
      visits.push(visit);
      return visit;
    });
    for (const { context } of visits) await context.close();
    expect(visits.flatMap(({ problems }) => problems)).toEqual([]);
  },
  regular: async ({ browser, idle }, use) => {
    const visit = idle.pop() ?? (await open(browser));
    await use(visit);
    const problems = visit.problems.splice(0);
    visit.requests.splice(0);
    idle.push(visit);
    expect(problems).toEqual([]);
  },
});
