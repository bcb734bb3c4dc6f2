import { describe, expect, inject } from 'vitest';
import { source } from '../support/pages.ts';
import { test } from '../support/visit.ts';

const site = inject('site');

describe.each([true, false])('a word is explained where it stands, with scripts: %s', (javaScriptEnabled) => {
  test('by keyboard: Enter shows it, Escape takes it away, and the place is kept', async ({ visit }) => {
    const { page } = await visit({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
    await page.goto(`${site.address}/522/`);
    const word = page.getByRole('button', { name: 'Ray ID', exact: true });
    await word.focus();
    const place = await word.boundingBox();
    await page.keyboard.press('Enter');
    const explanation = page.locator('#w-ray-id');
    const box = await explanation.boundingBox();
    expect(await explanation.innerText()).toMatch(/^Ray ID: The number/);
    expect((box?.y ?? 9999) + (box?.height ?? 0), 'it stands on the screen').toBeLessThanOrEqual(844);
    expect(await word.boundingBox()).toEqual(place);
    await page.keyboard.press('Escape');
    expect((await explanation.boundingBox())?.y, 'it stands at the foot again').toBeGreaterThan(844);
  });

  test('all of them stand at the foot of the page, and so on paper', async ({ visit }) => {
    const { page } = await visit({ javaScriptEnabled });
    await page.goto(`${site.address}/522/`);
    await page.emulateMedia({ media: 'print' });
    const words = page.locator('[popovertarget]');
    expect(await words.count()).toBeGreaterThan(4);
    for (const word of await words.all()) {
      expect(await word.isVisible()).toBe(true);
      expect(await page.locator(`#${(await word.getAttribute('popovertarget')) ?? ''}`).isVisible()).toBe(true);
    }
  });
});

describe('a word is explained to those who listen', () => {
  test('its text is said when it comes up, again each time, and nothing once it is away', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/522/`);
    const said = page.locator('body > [role=status]');
    const word = page.getByRole('button', { name: 'Ray ID', exact: true });
    await word.focus();
    for (let times = 0; times < 2; times++) {
      await page.keyboard.press('Enter');
      await expect.poll(() => said.textContent()).toMatch(/^Ray ID: The number/);
      await page.keyboard.press('Escape');
      await expect.poll(() => said.textContent()).toBe('');
      expect(await word.evaluate((button) => button === document.activeElement)).toBe(true);
    }
  });

  test('it leaves the ring around its word whole', async ({ visit }) => {
    const { page } = await visit({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${site.address}/522/`);
    const word = page.locator('[popovertarget]').first();
    await word.focus();
    await page.keyboard.press('Enter');
    const [here, there] = [await word.boundingBox(), await page.locator(':popover-open').boundingBox()];
    if (here === null || there === null) throw new Error('the word or its explanation is not on the screen');
    const gap = Math.max(there.y - here.y - here.height, here.y - there.y - there.height);
    expect(gap).toBeGreaterThanOrEqual(6);
  });
});

describe('the words elsewhere', () => {
  test('the Markdown twin keeps the sentence whole and explains the word at its foot', () => {
    const twin = source(site.dist, '/522.md');
    expect(twin).toMatch(/the time and the Ray ID at the foot/);
    expect(twin).toMatch(/\*\*Ray ID\*\*: The number that Cloudflare gives/);
  });

  test('a mark of a source is read as one', async ({ visit }) => {
    const { page, context } = await visit();
    await page.goto(`${site.address}/522/`);
    const session = await context.newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const marks = nodes.filter(({ role, ignored }) => !ignored && role?.value === 'doc-noteref');
    expect(marks.length).toBeGreaterThan(10);
    for (const { name } of marks) expect(name?.value).toMatch(/^source \d+$/);
  });

  test('tables keep their headers at 320 px', async ({ visit }) => {
    const { page, context } = await visit({ viewport: { width: 320, height: 640 } });
    await page.goto(`${site.address}/522/`);
    const session = await context.newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const headers = nodes.filter(({ role, ignored }) => !ignored && role?.value === 'columnheader');
    expect(headers.map(({ name }) => String(name?.value))).toContain('what sets it apart');
  });
});
