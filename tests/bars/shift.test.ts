import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test } from '../support/visit.ts';

const site = inject('site');

declare global {
  interface Window {
    shifts: { value: number; moved: string[] }[];
  }
}

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Notes every layout shift from the first paint on. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        const moved = entry.sources.map(
          ({ node }) => `${node?.nodeName ?? '?'} ${node?.textContent?.trim().slice(0, 40) ?? ''}`,
        );
        if (!entry.hadRecentInput) window.shifts.push({ value: entry.value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

const PLACES = [
  '/',
  '/522/',
  '/compare/',
  '/search/',
  '/search/?q=522',
  '/troubleshoot/scope-522/?code=code-522&time-522=time-20',
  '/troubleshoot/server-drops/?code=code-522&time-522=time-20&scope-522=scope-constant&record-522=record-right&packets-522=syn-unanswered&rules-522=rule-drop',
];

describe('nothing moves while a page loads', () => {
  const cases = PLACES.flatMap((path) => [390, 1280].map((width) => ({ path, width })));
  test.for(cases)('$path at $width px', async ({ path, width }, { visit }) => {
    const { page } = await visit({ viewport: { width, height: 844 } });
    await watchShifts(page);
    await page.goto(site.address + path, { waitUntil: 'networkidle' });
    if (path.startsWith('/troubleshoot/')) await page.locator('#troubleshooter[data-live="true"]').waitFor();
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
  });

  test('nor while the reader scrolls through /522/', async ({ visit }) => {
    const { page } = await visit({ viewport: { width: 390, height: 844 } });
    await watchShifts(page);
    await page.goto(`${site.address}/522/`);
    for (let step = 0; step < 12; step++) await page.mouse.wheel(0, 1000);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
  });
});
