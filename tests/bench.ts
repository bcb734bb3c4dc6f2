/**
 * Measures how long the analyzer takes for a large text; on a processor four times slower, how long an answer takes to become the
 * next question; and on a slow network, how long a click takes to become the next page.
 * `npm run bench`; SITE_DIST names a build to measure, else the site in dist/ is taken. Not a test: it prints, and fails over the bar.
 */
import { chromium } from 'playwright-core';
import { benchAnalyzer } from './analyzer/bench.ts';
import { startBrowser } from './support/browser.ts';
import { givenBuild, ROOT } from './support/build.ts';
import { serve } from '../src/build/serve.ts';
import { slowTab, warmNavigation } from './support/warm-navigation.ts';

const BAR = 50;
const ROUNDS = 15;
const SLOWER = 4;

/** Click to the next page's heading, when the pointer had rested on the link. */
const NAVIGATION_BAR = 115;
const STEPS = [
  { from: '/522/', to: '/524/' },
  { from: '/522/', to: '/causes/fw-drop-cloudflare/' },
  { from: '/causes/', to: '/causes/web-server-stopped/' },
] as const;

/** Milliseconds from the click on an answer until the frame with the next question is painted. */
function clickToFrame(): Promise<number> {
  return new Promise((resolve) => {
    const root = document.querySelector('main');
    const link = root?.querySelector<HTMLAnchorElement>('li > a[href*="/troubleshoot/"]');
    const before = root?.querySelector('h1')?.textContent;
    if (!root || !link) throw new Error('there is no answer to choose');
    const observer = new MutationObserver(() => {
      if (root.querySelector('h1')?.textContent === before) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        setTimeout(() => {
          resolve(performance.now() - start);
        });
      });
    });
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    const start = performance.now();
    link.click();
  });
}

/** Prints the median and the ninetieth percentile; over the bar the bench fails. */
function tell(what: string, times: readonly number[], bar: number): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  const [median, high] = [at(0.5), at(0.9)];
  process.stdout.write(
    `${what}, CPU ${String(SLOWER)}x slower: median ${median.toFixed(1)} ms, 90 % under ${high.toFixed(1)} ms, bar ${String(bar)} ms\n`,
  );
  if (median > bar) process.exitCode = 1;
}

if (!benchAnalyzer()) process.exitCode = 1;

const server = await serve(givenBuild('SITE_DIST') ?? `${ROOT}dist`);
const host = await startBrowser();
const browser = await chromium.connect(host.wsEndpoint());
try {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto(`${server.origin}/troubleshoot/time-522/?code=code-522`);
    await page.locator('#troubleshooter[data-live="true"]').waitFor();
    for (let step = 0; step < 2; step++) times.push(await page.evaluate(clickToFrame));
  }
  tell('answer to next question', times, BAR);
  await page.close();
  const clicks: number[] = [];
  for (let round = 0; round < ROUNDS / 3; round++)
    for (const step of STEPS) {
      const tab = await slowTab(SLOWER);
      clicks.push(await warmNavigation(tab, server.origin, step));
      await tab.close();
    }
  tell('click to next page, slow 4G', clicks, NAVIGATION_BAR);
} finally {
  await browser.close();
  await host.close();
  await server.close();
}
