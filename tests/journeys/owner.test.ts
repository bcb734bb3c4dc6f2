import { describe, expect, inject } from 'vitest';
import { HANDS, use } from '../support/hand.ts';
import { answersShown, awake, builtGraph, ended, give, labelOf, stands } from '../support/troubleshooter.ts';
import { copied, test } from '../support/visit.ts';

const site = inject('site');
const graph = builtGraph(site.dist);
const WAY = [
  ['time-522', 'time-20'],
  ['scope-522', 'scope-constant'],
  ['record-522', 'record-right'],
  ['packets-522', 'syn-unanswered'],
  ['rules-522', 'rule-drop'],
] as const;

describe('the owner walks from 522 to a firewall drop and copies the report', () => {
  for (const hand of HANDS) {
    test(`with the ${hand}`, async ({ visit }) => {
      const { page } = await visit({ copies: true });
      await page.goto(`${site.address}/522/`);
      await use(hand, page.locator('main').getByRole('link', { name: 'Find the cause' }).first());
      await page.waitForURL(/\/troubleshoot\//);
      await awake(page);
      await stands(page, graph, 'time-522');
      expect(await answersShown(page), 'the code is already answered').toEqual([labelOf(graph, 'code-522')]);
      for (const [question, symptom] of WAY) await give(page, hand, graph, question, symptom);

      await ended(page);
      const first = page.locator('main [data-cause]').first();
      expect(await first.getAttribute('data-cause')).toBe('fw-drop-cloudflare');
      expect(await first.innerText(), 'the cause comes with the reader’s own answers as reasons').toMatch(/why first/i);

      const copy = page.getByRole('button', { name: 'Copy the report' });
      await use(hand, copy);
      await expect
        .poll(() => page.getByRole('button', { name: 'Copied' }).count(), { message: 'the button says that it copied' })
        .toBeGreaterThan(0);
      const report = await copied(page);
      for (const [, symptom] of WAY) expect(report).toContain(labelOf(graph, symptom));
      expect(report).toContain(`1. ${graph.causes['fw-drop-cloudflare']?.title ?? '?'}`);
      expect(report).toMatch(/\d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC/);
      expect(report, 'links in the report are whole').toContain(`${site.address}/causes/fw-drop-cloudflare/`);
    });
  }

  test('and the cause’s page is there', async ({ visit }) => {
    const { page } = await visit();
    const query = WAY.map(([question, symptom]) => `${question}=${symptom}`).join('&');
    await page.goto(`${site.address}/troubleshoot/server-drops/?code=code-522&${query}`);
    await awake(page);
    await page.locator('main [data-cause]').first().getByRole('heading').getByRole('link').click();
    await page.waitForURL('**/causes/fw-drop-cloudflare/');
    expect(await page.locator('h1').innerText()).toBe(graph.causes['fw-drop-cloudflare']?.title);
  });

  test('a Ray ID goes into the report and never into the address', async ({ visit }) => {
    const { page, requests } = await visit();
    await page.goto(`${site.address}/troubleshoot/server-drops/?rules-522=rule-drop`);
    await awake(page);
    await page.getByLabel(/Ray ID/).fill('8c1f2a3b4d5e6f70');
    await expect.poll(() => page.locator('[data-report]').innerText()).toContain('8c1f2a3b4d5e6f70');
    expect(page.url() + requests.join(' ')).not.toContain('8c1f2a3b4d5e6f70');
  });
});
