import type { Browser } from 'playwright-core';

/** Lighthouse's slow 4G: milliseconds of round trip, bytes per second down and up. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

/** From a page that the reader is on to one that a link there leads to. */
export interface Step {
  readonly from: string;
  readonly to: string;
}

/**
 * Milliseconds from the click on a link, over which the pointer had rested, until the next page's heading is painted.
 * @param slower how many times slower the processor is
 */
export async function warmNavigation(browser: Browser, origin: string, step: Step, slower: number): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await page.goto(origin + step.from, { waitUntil: 'networkidle' });
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const link = page.locator(`main a[href="${step.to}"]`).first();
    await link.scrollIntoViewIfNeeded();
    const fetched = page.waitForEvent('requestfinished', (request) => request.url() === origin + step.to);
    await link.hover();
    await fetched;
    await page.evaluate(() => {
      const told = (): void => {
        sessionStorage.setItem('clicked', String(performance.timeOrigin + performance.now()));
      };
      document.addEventListener('click', told, { capture: true, once: true });
    });
    await link.click();
    await page.waitForURL(origin + step.to, { waitUntil: 'load' });
    return await page.evaluate(async () => {
      const painted = await new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntriesByName('first-contentful-paint')) resolve(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      });
      return performance.timeOrigin + painted - Number(sessionStorage.getItem('clicked'));
    });
  } finally {
    await context.close();
  }
}
