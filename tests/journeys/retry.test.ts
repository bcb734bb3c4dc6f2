import { describe, expect, inject } from 'vitest';
import { compressed } from '../support/pages.ts';
import { test } from '../support/visit.ts';

const site = inject('site');
const TOOL = `${site.address}/tools/retry/`;
const MOST_SCRIPTS = 25 * 1024;

describe('the retry policy', () => {
  test('an engineer chooses code, request and library, and sends the address on', async ({ visit }) => {
    const { page, requests } = await visit();
    await page.goto(TOOL);
    const answer = page.locator('#retry dl');
    await page.getByLabel('Code').selectOption('522 after 90 s or more');
    await page.getByLabel('Request', { exact: true }).selectOption('POST or PATCH');
    await page.getByLabel('Library').selectOption('Node, got');
    expect(await answer.innerText()).toMatch(/Perhaps[^]*No\. Look first\./);
    expect(await page.locator('[data-client]:visible').count()).toBe(1);
    expect(await page.locator('#retry [role=status]').textContent()).toContain('Node, got');
    expect(await page.locator('[data-client]:visible').innerText()).toContain("from 'got'");
    const scripts = new Set(
      requests.map((address) => new URL(address).pathname).filter((path) => path.endsWith('.js')),
    );
    expect([...scripts].reduce((sum, path) => sum + compressed(site.dist, path), 0)).toBeLessThanOrEqual(MOST_SCRIPTS);

    const colleague = await visit();
    await colleague.page.goto(page.url());
    await expect.poll(() => colleague.page.locator('#retry dl').innerText()).toContain('No. Look first.');
    expect(await colleague.page.getByLabel('Library').inputValue()).toBe('got');
  });

  test('by keyboard alone', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(TOOL);
    await page.getByLabel('Code').focus();
    await page.keyboard.type('526');
    await expect.poll(() => page.locator('#retry dl').innerText()).toContain('Tell a person');
    expect(new URL(page.url()).searchParams.get('code')).toBe('526');
  });

  test('an address that was tampered with starts anew', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(`${TOOL}?code=<img src=x onerror=alert(1)>&method=__proto__&client=${'x'.repeat(5000)}`);
    await expect.poll(() => page.getByLabel('Code').isEnabled()).toBe(true);
    expect(await page.getByLabel('Library').inputValue()).toBe('');
    expect(await page.locator('[data-client]:visible').count()).toBeGreaterThan(6);
  });

  test('without scripts the table and all code stand there', async ({ visit }) => {
    const { page } = await visit({ javaScriptEnabled: false });
    await page.goto(TOOL);
    expect(await page.getByLabel('Code').isDisabled()).toBe(true);
    expect(await page.locator('noscript').innerText()).toContain('Choosing needs JavaScript');
    expect(await page.locator('#all tbody tr').count()).toBeGreaterThan(15);
    expect(await page.locator('[data-client]:visible').count()).toBeGreaterThan(6);
  });
});
