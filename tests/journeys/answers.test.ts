import { describe, expect, inject } from 'vitest';
import { answer, replay } from '../../src/domain/troubleshooter/replay.ts';
import { EMPTY_WALK } from '../../src/domain/troubleshooter/walk.ts';
import { HANDS, use } from '../support/hand.ts';
import {
  addressKnowing,
  answersShown,
  arrives,
  awake,
  builtGraph,
  choose,
  DROPPED,
  ended,
  give,
  labelOf,
  notice,
  reply,
  stands,
} from '../support/troubleshooter.ts';
import { test } from '../support/visit.ts';

const site = inject('site');
const graph = builtGraph(site.dist);
const label = (symptom: string): string => labelOf(graph, symptom);
const trail = (question: string): string => graph.questions[question]?.trail ?? question;

describe('the bookmark of an answer that no longer exists', () => {
  for (const hand of HANDS) {
    test(`says so, keeps the others and leads on, with the ${hand}`, async ({ visit }) => {
      const { page } = await visit();
      await page.goto(`${site.address}/troubleshoot/record-522/?code=code-522&time-522=time-20&scope-522=scope-of-old`);
      await awake(page);
      expect(await notice(page)).toContain('no longer exists');
      expect(await notice(page), 'the notice names the answer').toContain(trail('scope-522'));
      expect(await answersShown(page)).toEqual([label('code-522'), label('time-20')]);
      const next = await give(page, hand, graph, 'scope-522', 'scope-constant');
      expect(next).toBe('record-522');
      expect(await answersShown(page)).toEqual([label('code-522'), label('time-20'), label('scope-constant')]);
    });
  }

  test('a question that no longer exists is left out, and said', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(
      `${site.address}/troubleshoot/scope-522/?code=code-522&time-522=time-20&removed-question=some-answer`,
    );
    await awake(page);
    expect(await notice(page)).toContain('no longer exists');
    expect(await answersShown(page)).toEqual([label('code-522'), label('time-20')]);
    await stands(page, graph, 'scope-522');
  });
});

test('the walk that the page on data shows leads to its end, with platform and tried cause', async ({ visit }) => {
  const { page } = await visit();
  await page.goto(`${site.address}/api/`);
  const link = page.locator('#walks a').first();
  const walk = (await link.textContent()) ?? '';
  await link.click();
  await awake(page);
  await ended(page);
  expect(page.url()).toBe(site.address + walk);
  expect(await page.locator('.notices p').count()).toBe(0);
  expect(await page.locator('[data-cause="fw-drop-cloudflare"]').textContent()).toContain('tried, did not help');
});

test('a check for the browser shows its command to those only who can run one', async ({ visit }) => {
  const { page } = await visit();
  await page.goto(`${site.address}/troubleshoot/scope-522/?code=code-522&time-522=time-20`);
  await awake(page);
  const check = page.locator('#how details').filter({ hasText: 'edge city' });
  const access = page.locator('.reach select');
  await access.selectOption('browser');
  await check.locator('summary').click();
  expect(await check.textContent()).toContain('There is a command for it, too; it needs: a laptop with curl.');
  expect(await check.locator('figure, samp').count()).toBe(0);
  await access.selectOption('laptop');
  await check.locator('figure').waitFor();
  expect(await check.textContent()).not.toContain('There is a command');
});

describe('Back and Change this answer', () => {
  for (const hand of HANDS) {
    test(`with the ${hand}`, async ({ visit }) => {
      const { page } = await visit();
      await page.goto(`${site.address}/troubleshoot/`);
      await awake(page);
      await give(page, hand, graph, 'code', 'code-522');
      await give(page, hand, graph, 'time-522', 'time-20');
      await give(page, hand, graph, 'scope-522', 'scope-constant');
      await give(page, hand, graph, 'record-522', 'record-right');

      await page.goBack();
      await stands(page, graph, 'record-522');
      expect(await answersShown(page)).toEqual(['code-522', 'time-20', 'scope-constant'].map(label));
      await page.goForward();
      await stands(page, graph, 'packets-522');

      const change = (question: string) => page.getByRole('link', { name: `Change this answer: ${trail(question)}` });
      await use(hand, change('time-522'));
      await stands(page, graph, 'time-522');
      // The same question follows, so the later answers stay and the walk goes on where it stood.
      await use(
        hand,
        page.locator('main li > a').filter({ has: page.getByText(label('time-varies'), { exact: true }) }),
      );
      await stands(page, graph, 'packets-522');
      expect(await answersShown(page)).toEqual(
        ['code-522', 'time-varies', 'scope-constant', 'record-right'].map(label),
      );

      await use(hand, change('time-522'));
      await stands(page, graph, 'time-522');
      await give(page, hand, graph, 'time-522', 'time-90');
      expect(await answersShown(page)).toEqual(['code-522', 'time-90'].map(label));
      for (const dropped of ['scope-522', 'record-522']) expect(await notice(page)).toContain(trail(dropped));
    });
  }

  for (const hand of HANDS) {
    test(`the answer that is changed is marked, also after a reload, with the ${hand}`, async ({ visit }) => {
      const { page } = await visit();
      await page.goto(`${site.address}${addressKnowing(graph, DROPPED)}`);
      await awake(page);
      const question =
        Object.keys(graph.questions).find(
          (id) =>
            graph.questions[id]?.answers.some(({ symptom }) => symptom === 'time-20') &&
            page.url().includes(`${id}=time-20`),
        ) ?? '?';
      await use(hand, page.getByRole('link', { name: `Change this answer: ${trail(question)}` }));
      await stands(page, graph, question);
      const before = page.locator('main li > a').filter({ hasText: 'your answer before' });
      expect(await before.locator('b').allInnerTexts()).toEqual([expect.stringContaining(label('time-20'))]);
      await page.reload();
      await awake(page);
      expect(await before.count()).toBe(1);
      await use(hand, page.locator('main li > a').filter({ has: page.getByText(label('time-90'), { exact: true }) }));
      await expect.poll(() => answersShown(page)).toContain(label('time-90'));
      expect(await before.count(), 'the next question has no answer before').toBe(0);
    });
  }

  test('a reload at every step keeps the answers and the place', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/troubleshoot/`);
    let walk = EMPTY_WALK;
    for (let place = replay(graph, walk); !place.atEnd; place = replay(graph, walk)) {
      await awake(page);
      const value = reply(graph, place.current, DROPPED);
      await choose(page, 'mouse', graph, place.current, value);
      walk = answer(walk, place.current, value);
      const { current } = replay(graph, walk);
      await arrives(page, graph, current);
      const told = await answersShown(page);
      await page.reload();
      await awake(page);
      await stands(page, graph, current);
      expect(await answersShown(page)).toEqual(told);
    }
    await ended(page);
  });

  test('a reload keeps the answers', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/troubleshoot/`);
    await awake(page);
    await give(page, 'mouse', graph, 'code', 'code-522');
    await give(page, 'mouse', graph, 'time-522', 'time-20');
    await page.reload();
    await awake(page);
    await stands(page, graph, 'scope-522');
    expect(await answersShown(page)).toEqual(['code-522', 'time-20'].map(label));
  });

  test('where no check fits what is chosen, that is said; and the heading is read with how many questions follow', async ({
    visit,
  }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/troubleshoot/k8s/`);
    await awake(page);
    const said = page.locator('.reach').getByRole('status');
    expect(await said.innerText()).toContain('How to find out');
    expect(await said.innerText()).not.toContain('folded');
    await page.getByLabel('Show checks up to').selectOption('browser');
    await expect.poll(() => said.innerText()).toContain('No check fits that');
    expect(await said.innerText()).toMatch(/\d of the answers need more access and are folded/);
    const described = (await page.locator('h1').getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`#${described}`).innerText()).toMatch(/at most|last one/);
  });

  test('the chosen access level hides what needs more, and stays after a reload', async ({ visit }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/troubleshoot/packets-522/`);
    await awake(page);
    const shell = page.getByText(/needs: a shell on the origin/i);
    expect(await shell.count()).toBeGreaterThan(0);
    await page.getByLabel('Show checks up to').selectOption('browser');
    await expect.poll(() => shell.count()).toBe(0);
    await page.reload();
    await awake(page);
    expect(await page.getByLabel('Show checks up to').inputValue()).toBe('browser');
  });

  test('answers that take more than the chosen access stand folded, and can be given all the same', async ({
    visit,
  }) => {
    const { page } = await visit();
    await page.goto(`${site.address}/troubleshoot/packets-522/`);
    await awake(page);
    const answerTo = (symptom: string) => page.locator('main li > a').filter({ hasText: label(symptom) });
    expect(await answerTo('syn-unanswered').isVisible(), 'a reader with a shell sees all').toBe(true);
    await page.getByLabel('Show checks up to').selectOption('browser');
    await expect.poll(() => answerTo('syn-unanswered').isVisible()).toBe(false);
    expect(await answerTo('host-off').isVisible()).toBe(true);
    await page.getByText(/more answers take more access: .*a shell on the origin/).click();
    await answerTo('syn-unanswered').click();
    await stands(page, graph, 'rules-522');
  });
});
