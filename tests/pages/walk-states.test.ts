import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { injectAxe, violations } from '../support/axe.ts';
import { addressKnowing, awake, builtGraph, DROPPED, ended } from '../support/troubleshooter.ts';
import { test } from '../support/visit.ts';

const site = inject('site');
const graph = builtGraph(site.dist);
const END = addressKnowing(graph, DROPPED);
const QUESTION = `/troubleshoot/${graph.start}/`;

/** Opens everything that is folded, and waits for what is fetched then. */
async function unfold(page: Page): Promise<void> {
  const folded = page.locator('main details:not([open])');
  // What opens can hold more that is folded.
  for (let round = 0; round < 4 && (await folded.count()) > 0; round++) {
    await page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLDetailsElement>('main details')) element.open = true;
    });
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(150);
  }
}

const STATES: readonly (readonly [name: string, path: string, act: (page: Page) => Promise<unknown>])[] = [
  ['a question, its checks opened', QUESTION, unfold],
  [
    'a question come back to',
    END,
    (page) =>
      page
        .getByRole('link', { name: /^Change this answer/ })
        .nth(1)
        .click(),
  ],
  ['an end', END, ended],
  ['an end, everything opened', END, unfold],
  [
    'an end, fixed, as Markdown',
    `${END}&on=ufw,nginx`,
    async (page) => {
      await page.getByRole('radio', { name: 'Markdown' }).check();
      await page.getByRole('button', { name: /^The page/ }).click();
    },
  ],
  [
    'an end, its first cause tried',
    END,
    async (page) => {
      await page
        .getByRole('button', { name: / again/ })
        .first()
        .click();
      await ended(page);
    },
  ],
  ['an end, all causes tried', `${END}&tried=${(graph.ends[END.split('/')[2] ?? '']?.causes ?? []).join(',')}`, ended],
  ['an end for a visitor', `${END}&seen=role-visitor`, ended],
  [
    'another code after the repair',
    END,
    async (page) => {
      await page.locator('.codes a').nth(1).click();
      await page.locator('main [role="status"] p').first().waitFor();
    },
  ],
];

describe('every state of the troubleshooter', () => {
  const cases = STATES.flatMap(([name, path, act]) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ name, path, act, colorScheme })),
  );
  test.for(cases)('$name, $colorScheme', async ({ path, act, colorScheme }, { visit }) => {
    const { page } = await visit({ colorScheme });
    await page.goto(site.address + path);
    await awake(page);
    await act(page);
    await injectAxe(page);
    expect(await violations(page, colorScheme === 'light' ? 'all' : 'colours')).toEqual([]);
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 640 });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, `pixels of sideways scroll at ${String(width)} px`).toBe(0);
    }
  });
});

describe('on paper', () => {
  test('an end is a runbook: everything opened, light, and nothing to press', async ({ visit }) => {
    const { page } = await visit({ colorScheme: 'dark' });
    await page.goto(site.address + END);
    await awake(page);
    await ended(page);
    await page.emulateMedia({ media: 'print' });
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main button, main select, main input, main .outcomes')]
        .filter((element) => element.checkVisibility({ contentVisibilityAuto: true }))
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(shown).toEqual([]);
    const folded = page.locator('main li.later .do').last();
    expect((await folded.boundingBox())?.height ?? 0, 'what was folded has its room').toBeGreaterThan(20);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toMatch(
      /25[0-5], 25[0-5], 25[0-5]/,
    );
  });
});
