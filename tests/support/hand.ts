import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** How a reader uses the page. */
export type Hand = 'mouse' | 'keyboard';

export const HANDS: readonly Hand[] = ['mouse', 'keyboard'];

const MOST_TABS = 150;

/** Presses Tab until the element has the focus, and sees that the focus shows. */
export async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  const page = target.page();
  for (let presses = 0; presses < MOST_TABS; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      const outline = await target.evaluate((element) => getComputedStyle(element).outlineStyle);
      expect(outline, `the focus on ${String(target)} does not show`).not.toBe('none');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(target)} cannot be reached with the Tab key`);
}

/** Clicks a link, a button or a checkbox, or reaches and presses it with the keyboard alone. */
export async function use(hand: Hand, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  if (hand === 'mouse') {
    await target.click();
    return;
  }
  await tabTo(target);
  await target.page().keyboard.press(key);
}

/** Text of the element that has the focus. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
}
