/**
 * Measures the search: from the last key until the frame with the answer, and the bytes of a first search.
 * `node tests/bench-search.ts`; SITE_DIST names a build to measure, else the site in dist/ is taken. Not a test: it prints, and
 * fails over the bar.
 */
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { startBrowser } from './support/browser.ts';
import { givenBuild, ROOT } from './support/build.ts';
import { compressed } from './support/pages.ts';
import { serve } from '../src/build/serve.ts';

const dist = givenBuild('SITE_DIST') ?? `${ROOT}dist`;
const QUERIES = {
  'built-in index': [
    'handshake',
    'site works without cloudflare',
    'conection timed out',
    'how to allow cloudflare',
    '522',
  ],
  'full text': [
    'kubernetes ingress',
    'how long does cloudflare wait before giving up',
    'why does my laravel queue hang',
  ],
};
const ROUNDS = 4;

/** Conditions, and the bar for the median in each. Slow 4G as the browser's own tools have it. */
const CONDITIONS = [
  { name: 'as it is', slower: 1, network: undefined, bar: 50 },
  { name: 'slow 4G, CPU 4x slower', slower: 4, network: { latency: 150, throughput: 1_600_000 / 8 }, bar: 150 },
] as const;

/** Types the last letter of a query into the open dialog; milliseconds until the frame with its settled answer. */
async function lastKey(query: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>('dialog[open] input[type="search"]');
  const results = document.querySelector('dialog[open] [data-settled]');
  if (field === null || results === null) throw new Error('the search is not open');
  const pause = (wait: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, wait));
  const type = (text: string): void => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  type(query.slice(0, -1));
  await pause(400);
  const start = performance.now();
  type(query);
  do await pause(0);
  while (results.getAttribute('data-settled') !== 'true');
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}

async function slowDown(session: CDPSession, { slower, network }: (typeof CONDITIONS)[number]): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await session.send('Network.enable');
  if (network === undefined) return;
  const { latency, throughput } = network;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
}

/** Milliseconds from the key that opens the search until the built-in index answers. */
async function openSearch(page: Page): Promise<number> {
  const start = performance.now();
  await page.keyboard.press('/');
  await page.locator('dialog[open] input[type="search"]').waitFor();
  await page.keyboard.type('522');
  await page.locator('dialog [data-settled="true"]').waitFor({ timeout: 30_000 });
  return performance.now() - start;
}

const server = await serve(dist);
const host = await startBrowser();
const browser = await chromium.connect(host.wsEndpoint());
try {
  for (const condition of CONDITIONS) {
    const page = await browser.newPage();
    const requests: string[] = [];
    await page.goto(`${server.origin}/522/`, { waitUntil: 'networkidle' });
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await slowDown(await page.context().newCDPSession(page), condition);
    const opening = await openSearch(page);
    process.stdout.write(`${condition.name}: opened and ready in ${opening.toFixed(0)} ms\n`);
    for (const [from, queries] of Object.entries(QUERIES)) {
      const times: number[] = [];
      // The first round fetches the engine and the parts of the index.
      for (let round = 0; round <= ROUNDS; round++)
        for (const query of queries) times.push(await page.evaluate(lastKey, query));
      const first = Math.max(...times.splice(0, queries.length));
      times.sort((a, b) => a - b);
      const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
      const bytes = [...new Set(requests)].reduce((sum, path) => sum + compressed(dist, path), 0);
      process.stdout.write(
        `  last key to ${from}: median ${at(0.5).toFixed(1)} ms, 90 % under ${at(0.9).toFixed(1)} ms, ` +
          `slowest first time ${first.toFixed(0)} ms, bar ${String(condition.bar)} ms; ${String(bytes)} bytes so far, compressed\n`,
      );
      if (at(0.5) > condition.bar) process.exitCode = 1;
    }
    await page.close();
  }
} finally {
  await browser.close();
  await host.close();
  await server.close();
}
