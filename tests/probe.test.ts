import { expect, inject } from 'vitest';
import { test } from './support/visit.ts';
test('good', async ({ visit }) => {
  const { page } = await visit();
  await page.goto(inject('site').address + '/522/');
  expect(await page.textContent('h1')).toContain('522');
});
test('bad: must fail', async ({ visit }) => {
  const { page } = await visit();
  await page.goto(inject('site').address + '/522/');
  await page.evaluate(() => { const s = document.createElement('script'); s.src='https://example.com/x.js'; document.head.append(s); const i=document.createElement('p'); i.setAttribute('style','color:red'); document.body.append(i); fetch('https://example.org').catch(()=>{}); });
  await page.waitForTimeout(300);
});
