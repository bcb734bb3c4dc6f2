import { describe, expect, inject } from 'vitest';
import { test } from '../support/visit.ts';
import { watchShifts } from './shifts.ts';

const site = inject('site');

const PLACES = [
  '/',
  '/522/',
  '/compare/',
  '/tools/firewall/',
  '/tools/firewall/?platform=nftables&ports=443',
  '/tools/firewall/?platform=nginx&ssh=x',
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
