import type { Locator } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { injectAxe, violations } from '../support/axe.ts';
import { compressed } from '../support/pages.ts';
import { copied, test } from '../support/visit.ts';

const site = inject('site');
const TOOL = `${site.address}/tools/firewall/`;
const MOST_SCRIPTS = 25 * 1024;

/** The texts that a field names as its description. */
function descriptionOf(field: Locator): Promise<string> {
  return field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? `nothing has the id ${id}`)
      .join(' '),
  );
}

describe('the firewall rules', () => {
  test('by keyboard alone: nftables, another port, one family, copied and sent on', async ({ visit }) => {
    const { page, requests } = await visit({ copies: true });
    await page.goto(TOOL);
    const rules = page.locator('#rules');
    await page.getByLabel('Firewall, server or cloud').focus();
    await page.keyboard.type('nft');
    await expect.poll(() => rules.innerText()).toContain('table inet web_guard');
    await page.keyboard.press('Tab');
    await page.keyboard.type('IPv4 o');
    await expect.poll(() => page.locator('.said').innerText()).toContain('nftables: IPv4 only, ports 80, 443');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect.poll(() => rules.innerText()).toContain('meta nfproto ipv4 tcp dport { 443 } counter drop');
    for (const key of ['Tab', 'Tab', 'Enter', 'Tab', 'Space']) await page.keyboard.press(key);
    await expect.poll(() => rules.innerText()).toContain('tcp dport { 443, 2052 }');
    const copy = rules.getByRole('button', { name: 'Copy' }).first();
    await copy.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => rules.getByRole('button', { name: 'Copied' }).count()).toBe(1);
    const script = await copied(page);
    expect(script).toMatch(/^#!\/usr\/sbin\/nft -f\n[^]*policy accept;[^]*}\n$/);
    expect(script).not.toContain('cloudflare6');

    const scripts = new Set(
      requests.map((address) => new URL(address).pathname).filter((path) => path.endsWith('.js')),
    );
    expect([...scripts].reduce((sum, path) => sum + compressed(site.dist, path), 0)).toBeLessThanOrEqual(MOST_SCRIPTS);
    expect(new URL(page.url()).search).toBe('?platform=nftables&ports=443,2052&families=ipv4');
    const colleague = await visit();
    await colleague.page.goto(page.url());
    await expect.poll(() => colleague.page.locator('#rules').innerText()).toContain('tcp dport { 443, 2052 }');
  });

  test('an address of one’s own is kept, and stays on the device', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(`${TOOL}?platform=iptables&ssh=2222`);
    await page.getByRole('textbox', { name: 'Your own address' }).fill('192.0.2.77');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('#rules').innerText()).toContain('-s 192.0.2.77/32');
    expect(await page.locator('#rules').innerText()).toContain('--dports 2222,80,443');
    expect(page.url()).not.toContain('192.0.2.77');
    await page.getByRole('textbox', { name: 'Your own address' }).fill('office.example.com');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('.said').innerText()).toContain('No rules yet');
    expect(await page.locator('#rules').count()).toBe(0);
  });

  test.for(['ufw', 'nftables', 'iptables'])(
    '%s: with an address of one’s own the next Tab goes on, and copying brings the rules that now stand there',
    async (platform, { visit }) => {
      const { page } = await visit({ copies: true });
      await page.goto(`${TOOL}?platform=${platform}`);
      const own = page.getByRole('textbox', { name: 'Your own address' });
      const copies = page.getByRole('button', { name: /^Copy: / });
      await copies.first().waitFor();
      for (const address of ['192.0.2.77', '']) {
        await own.fill(address);
        await page.keyboard.press('Tab');
        expect(await copies.first().evaluate((button) => button === document.activeElement)).toBe(true);
        const said = page.locator('.said');
        expect(await said.innerText()).toEqual(
          address === '' ? expect.not.stringContaining('192.0') : expect.stringContaining(`your address ${address}`),
        );
      }
      await own.fill('192.0.2.77');
      await copies.first().click();
      await expect.poll(() => page.getByRole('button', { name: /^Copied: / }).count()).toBe(1);
      const shown = await page.locator('#rules pre').first().innerText();
      expect((await copied(page)).trimEnd()).toBe(shown);
      await own.fill('');
      await page.keyboard.press('Tab');
      await expect.poll(() => copies.first().innerText()).toBe('Copy');
    },
  );

  test('what cannot be read stays as it was typed, and its field says why', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(TOOL);
    const ssh = page.getByLabel('Your SSH port');
    for (const [typed, why] of [
      ['abc', 'found "abc"'],
      ['80', '80 is also chosen as a port for Cloudflare'],
    ] as const) {
      await ssh.fill(typed);
      await page.keyboard.press('Tab');
      expect(await ssh.inputValue()).toBe(typed);
      expect(await ssh.getAttribute('aria-invalid')).toBe('true');
      expect(await descriptionOf(ssh)).toContain(why);
    }
    await ssh.fill('');
    const own = page.getByRole('textbox', { name: 'Your own address' });
    await own.fill('office.example.com');
    await page.keyboard.press('Tab');
    expect(await own.evaluate((field) => field === document.activeElement), 'the rules went, so it is back here').toBe(
      true,
    );
    expect(await descriptionOf(own)).toContain('found "office.example.com"');
    await page.keyboard.press('Tab');
    expect(await own.evaluate((field) => field === document.activeElement), 'and lets the reader go').toBe(false);
  });

  test('an address that was tampered with starts anew, and says so', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(
      `${TOOL}?platform=<img src=x onerror=alert(1)>&ports=80,1&families=__proto__&ssh=${'9'.repeat(5000)}`,
    );
    await expect.poll(() => page.locator('.said').innerText()).toContain('ports that Cloudflare does not call on');
    expect(await page.locator('.said').innerText()).toContain('ufw: IPv4 and IPv6, ports 80, 443');
  });

  test('reads well in every state, in both themes', async ({ visit }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await visit({ colorScheme, viewport: { width: 320, height: 800 } });
      await page.goto(`${TOOL}?platform=nftables`);
      await page.locator('summary').click();
      await page.getByRole('textbox', { name: 'Your own address' }).fill('x');
      await page.keyboard.press('Tab');
      await expect.poll(() => page.locator('.said').innerText()).toContain('No rules yet');
      await injectAxe(page);
      expect(await violations(page, 'all')).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  });

  test('without scripts: one platform whole, and the way to all others', async ({ visit }) => {
    const { page } = await visit({ javaScriptEnabled: false });
    await page.goto(TOOL);
    expect(await page.getByLabel('Firewall, server or cloud').isDisabled()).toBe(true);
    expect(await page.locator('noscript').innerText()).toContain('Choosing needs JavaScript');
    expect(await page.locator('#rules').innerText()).toContain('ufw prepend allow');
    expect(await page.locator('#all a').count()).toBe(12);
  });
});
