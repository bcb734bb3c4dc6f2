/**
 * Measures how long an answer takes to become the next question, on a processor four times slower.
 * Before that, how long the analyzer takes for a large text. `npm run bench`; SITE_DIST names a build to measure, else the site in dist/ is taken. Not a test: it prints, and fails over the bar.
 */
import { chromium } from 'playwright-core';
import { benchAnalyzer } from './analyzer/bench.ts';
import { startBrowser } from './support/browser.ts';
import { givenBuild, ROOT } from './support/build.ts';
import { serve } from './support/server.ts';

const BAR = 50;
const ROUNDS = 15;
const SLOWER = 4;

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
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  const [median, high] = [at(0.5), at(0.9)];
  process.stdout.write(
    `answer to next question, CPU ${String(SLOWER)}x slower: median ${median.toFixed(1)} ms, 90 % under ${high.toFixed(1)} ms, bar ${String(BAR)} ms\n`,
  );
  if (median > BAR) process.exitCode = 1;
} finally {
  await browser.close();
  await host.close();
  await server.close();
}
