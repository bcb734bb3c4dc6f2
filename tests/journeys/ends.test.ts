import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { plainText } from '../../src/domain/text/parse.ts';
import { focused, HANDS, use } from '../support/hand.ts';
import {
  addressKnowing,
  answersShown,
  awake,
  builtGraph,
  DROPPED,
  ended,
  labelOf,
  notice,
  stands,
} from '../support/troubleshooter.ts';
import { copied, test, type Visit } from '../support/visit.ts';

const site = inject('site');
const graph = builtGraph(site.dist);
const END = addressKnowing(graph, DROPPED);
/** Where a reader without a shell comes to with a 522. */
const SILENCE = addressKnowing(graph, ['code-522', 'time-20', 'scope-constant', 'record-right']);
const title = (cause: string): string => plainText(graph.causes[cause]?.title ?? '?');

async function open(page: Page, path = END): Promise<void> {
  await page.goto(site.address + path);
  await awake(page);
  await ended(page);
}

/** What a saved file holds. */
async function contents(saved: Download): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    await saved.saveAs(join(folder, 'file'));
    return readFileSync(join(folder, 'file'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const now = (page: Page) => page.locator('main li.now');
const causes = (page: Page) =>
  page.locator('main [data-cause]').evaluateAll((items) => items.map((item) => item.getAttribute('data-cause')));
const repairs = ({ requests }: Visit) => requests.filter((address) => address.includes('/data/repair.'));

describe('the repair for the reader’s platform', () => {
  test('is chosen once, stands in the address, and holds after a reload', async ({ visit }) => {
    const { page } = await visit();
    await open(page);
    const command = now(page).locator('.do pre').first();
    await now(page).getByText('There are commands for').first().waitFor();
    expect(await command.count(), 'no command before it is known for which firewall').toBe(0);
    await now(page).getByLabel('Firewall').first().selectOption('ufw');
    await expect.poll(() => command.innerText()).toContain('ufw prepend allow');
    expect(await now(page).locator('.do figcaption').first().innerText()).toMatch(
      /On the server, as root.*Changes live/,
    );
    expect(await now(page).locator('.do').innerText()).toMatch(/To undo: the same line with "delete"/);
    expect(new URL(page.url()).searchParams.get('on')).toBe('ufw');
    await page.reload();
    await awake(page);
    expect(await command.innerText()).toContain('ufw prepend allow');
    expect(
      await page.evaluate(() => JSON.stringify([localStorage, sessionStorage])),
      'it is in no storage',
    ).not.toContain('ufw');
  });

  test('shows a danger before the command', async ({ visit }) => {
    const { page } = await visit();
    await open(page, `${END}&on=firewalld`);
    const [warning, ...below] = await now(page).locator('.do :is(.danger:not(.not), .cmd)').all();
    expect(await warning?.innerText()).toMatch(/^Careful\./);
    expect(below.length).toBeGreaterThan(0);
  });

  test('is fetched for each cause once, and only when it may be read', async ({ visit }) => {
    const reader = await visit();
    const { page } = reader;
    await open(page);
    await expect.poll(() => repairs(reader).length).toBe(3);
    const later = page.locator('main li.later').last();
    for (let press = 0; press < 3; press++) await later.locator('summary').first().click();
    await expect.poll(() => repairs(reader).length).toBe(4);
    await page.waitForTimeout(200);
    expect(repairs(reader)).toEqual([...new Set(repairs(reader))]);
  });

  for (const [what, answer] of [
    ['does not come', { status: 500, body: 'broken' }],
    ['is something else', { status: 200, contentType: 'application/json', body: '{}' }],
  ] as const) {
    test(`${what}: said, with the link to the cause’s page`, async ({ visit }) => {
      const { page } = await visit({ expected: /500/ });
      await page.route(/\/data\/repair\./, (route) => route.fulfill(answer));
      await open(page);
      const told = now(page).locator('.do');
      expect(await told.innerText()).toContain('could not be loaded');
      await told.getByRole('link', { name: /repair, step by step/ }).click();
      await page.waitForURL('**/causes/fw-drop-cloudflare/#fix');
    });
  }

  test.for([
    ['markup', 'on=%3Cscript%3Ealert(1)%3C/script%3E'],
    ['an unknown one', 'on=plan9'],
    ['two firewalls and a name of the language', 'on=ufw,nftables,constructor'],
    ['100 kB', `on=${'ufw,'.repeat(25_000)}`],
    ['a cause that is none', 'tried=__proto__,nothing'],
  ] as const)('%s in the address is left out, and said', async ([, query], { visit }) => {
    const { page } = await visit();
    await open(page, `${END}&${query}`);
    expect(await notice(page)).toMatch(/could not be read|left out/);
    expect(new URL(page.url()).searchParams.get('on') ?? '').toMatch(/^(ufw)?$/);
    expect(new URL(page.url()).searchParams.has('tried')).toBe(false);
    expect(await now(page).getAttribute('data-cause')).toBe('fw-drop-cloudflare');
  });
});

describe('after the repair', () => {
  for (const hand of HANDS) {
    test(`fixed: a closing, how to keep it so, and the record, with the ${hand}`, async ({ visit }) => {
      const { page } = await visit();
      await open(page);
      await use(hand, page.getByRole('button', { name: /^The page/ }));
      await expect.poll(() => focused(page)).toBe('Good. It works again.');
      expect(await page.locator('.closing').innerText()).toContain('one list for both address families');
      expect(await page.locator('[data-report]').innerText()).toContain(
        `Ended by repairing: ${title('fw-drop-cloudflare')}`,
      );
    });

    test(`the same code: the next cause is now, with the ${hand}, until all are tried`, async ({ visit }) => {
      const { page } = await visit();
      await open(page);
      const order = await causes(page);
      await use(hand, page.getByRole('button', { name: /^522 again/ }));
      await expect.poll(() => now(page).getAttribute('data-cause')).toBe(order[1]);
      await expect.poll(() => focused(page)).toBe(title(order[1] ?? ''));
      expect(await causes(page), 'the order stays').toEqual(order);
      await page.reload();
      await awake(page);
      await ended(page);
      expect(await now(page).getAttribute('data-cause'), 'it survives a reload').toBe(order[1]);
      expect(await page.locator('main li.tried').innerText()).toContain('did not help');
      expect(await page.locator('[data-report]').innerText()).toMatch(/TRIED WITHOUT SUCCESS\n- /);
      await page.goBack();
      await expect.poll(() => now(page).getAttribute('data-cause')).toBe(order[0]);

      await open(page, `${END}&tried=${order.slice(0, -1).join(',')}`);
      await use(hand, page.getByRole('button', { name: /^522 again/ }));
      await expect.poll(() => focused(page)).toMatch(/All causes of this list were tried/);
      expect(await now(page).count()).toBe(0);
    });

    test(`another code: the walk goes on there and keeps what is known, with the ${hand}`, async ({ visit }) => {
      const { page } = await visit();
      await open(page, `${END}&on=ufw`);
      await use(hand, page.locator('.codes').getByRole('link', { name: '521', exact: true }));
      await expect.poll(() => page.url()).toContain('code=code-521');
      const { searchParams } = new URL(page.url());
      expect(searchParams.get('on'), 'the platform stays').toBe('ufw');
      const seen = (searchParams.get('seen') ?? '').split(',');
      expect(seen).toEqual(expect.arrayContaining(['scope-constant', 'record-right']));
      for (const gone of ['code-522', 'time-20', 'rule-drop']) expect(seen).not.toContain(gone);
      const told = await notice(page);
      for (const gone of ['code-522', 'time-20', 'rule-drop'])
        expect(told.slice(told.indexOf('anew'))).toContain(labelOf(graph, gone));
      expect(await answersShown(page)).toContain(labelOf(graph, 'code-521'));
      await page.goBack();
      await stands(page, graph, END.split('/')[2] ?? '');
    });
  }
});

const TYPED = { Hostname: 'shop.secret.example', 'Ray ID': '8c1f2a3b4d5e6f70' };

async function fill(page: Page): Promise<void> {
  for (const [name, value] of Object.entries(TYPED)) await page.getByLabel(name).fill(value);
  await page.getByLabel(/First seen/).fill('2026-11-20T14:03');
  await page.getByLabel(/Last seen/).fill('2026-11-20T15:10');
}

describe('whom to ask', () => {
  test('the words for the host are there to copy, and name both ports for a 521', async ({ visit }) => {
    const { page } = await visit({ copies: true });
    await open(page, addressKnowing(graph, ['code-521', 'scope-constant', 'service-stopped']));
    await page.getByRole('button', { name: 'Copy the words' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Copied' }).count()).toBe(1);
    expect(await copied(page)).toMatch(/both ports, 80 and 443/);
    expect(await page.locator('[data-report]').innerText()).toMatch(/both ports, 80 and 443/);
  });

  test('they are ready to send: site, code, time to it, since when and Ray ID, as typed above them', async ({
    visit,
  }) => {
    const { page } = await visit({ timezoneId: 'UTC' });
    await open(page, SILENCE);
    const words = page.locator('.help .say').first();
    expect(await words.innerText()).toMatch(
      /^Hello,\s+My site, behind Cloudflare, has shown error 522 after about 20 s\./,
    );
    await fill(page);
    await expect.poll(() => words.innerText()).toContain('last seen');
    const text = await words.innerText();
    expect(text).toContain(
      'shop.secret.example, behind Cloudflare, has shown error 522 after about 20 s since 2026-11-20 14:03 UTC',
    );
    expect(text).toContain('8c1f2a3b4d5e6f70');
    const [fields, box] = [await page.locator('.fields').boundingBox(), await words.boundingBox()];
    expect(fields?.y ?? 9999, 'what is typed stands above what it fills').toBeLessThan(box?.y ?? 0);
    expect(await page.locator('[data-report]').innerText()).toMatch(/^Error 522 at shop\.secret\.example\n/);
  });

  test('“this message” within a repair leads to them', async ({ visit }) => {
    const { page } = await visit();
    await open(page, SILENCE);
    const link = page.locator('main a[href="#help-h"]').filter({ hasText: 'this message' }).first();
    for (const folded of await page.locator('main details:not([open]) > summary').all())
      if (!(await link.isVisible()) && (await folded.isVisible())) await folded.click();
    await link.click();
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#help-h');
    expect(await page.locator('main a[href$="/guides/ask-your-host/"]').count(), 'no second text').toBe(0);
  });

  for (const [code, knows] of [
    ['1020', ['code-1xxx', 'code-1020']],
    ['1015', ['code-1xxx', 'code-1015']],
    ['1016', ['code-530', 'code-1016-in-body']],
  ] as const) {
    test(`at a ${code} nobody is asked about a server that was not asked`, async ({ visit }) => {
      const { page } = await visit();
      await open(page, addressKnowing(graph, knows));
      const text = (await page.locator('.help').innerText()) + (await page.locator('[data-report]').innerText());
      expect(text).toContain('Whoever manages your Cloudflare account');
      expect(text).toMatch(code === '1016' ? /Which A, AAAA and CNAME records/ : /Security Events/);
      expect(text).not.toMatch(/server’s log|When the server answers others/);
      await page.getByRole('link', { name: 'How they let you in' }).click();
      await page.waitForURL('**/guides/ask-your-host/#the-cloudflare-account');
      expect(await page.locator('#the-cloudflare-account').count()).toBe(1);
    });
  }

  test('a client gets an answer before anything else', async ({ visit }) => {
    const { page } = await visit();
    const address = addressKnowing(graph, ['role-client']);
    await open(page, address);
    const text = plainText(graph.ends[address.split('/')[2] ?? '']?.client ?? '?');
    const box = await page.getByText(text, { exact: true }).first().boundingBox();
    const first = await now(page).boundingBox();
    expect(box?.y ?? 9999).toBeLessThan(first?.y ?? 0);
    expect(box?.y ?? 9999, 'on the first screen').toBeLessThan(800);
  });

  test('a visitor gets an answer and a message to the site; what is the owner’s stands folded', async ({ visit }) => {
    const { page } = await visit({ viewport: { width: 390, height: 844 }, copies: true });
    const address = addressKnowing(graph, ['role-visitor', 'page-three-boxes-host']);
    await open(page, address);
    const text = plainText(graph.ends[address.split('/')[2] ?? '']?.visitor ?? '?');
    expect(await page.getByText(text, { exact: true }).first().isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(3200);
    await fill(page);
    await page.getByRole('button', { name: 'Copy the words' }).click();
    await expect.poll(() => copied(page)).toContain('8c1f2a3b4d5e6f70');
    expect(await copied(page)).toContain('shop.secret.example, behind Cloudflare, has not worked as it should since');
    expect(await copied(page)).toContain(labelOf(graph, 'page-three-boxes-host'));
    expect(await now(page).isVisible()).toBe(false);
    await page.getByText('For the owner of the site', { exact: true }).click();
    await expect.poll(() => now(page).isVisible()).toBe(true);
    expect(await page.getByLabel('Hostname').count(), 'asked once').toBe(1);
  });
});

describe('the foot of the page', () => {
  test('follows the walk, and copies the reader’s own end', async ({ visit }) => {
    const { page } = await visit({ copies: true });
    const foot = page.locator('.foot');
    const copy = foot.getByRole('button');
    await open(page);
    await copy.click();
    await expect.poll(() => copied(page)).toMatch(/^# Error 522 at my site\n/);
    const [question = ''] = Object.keys(graph.questions).filter((id) => page.url().includes(`${id}=time-20`));
    await page.getByRole('link', { name: `Change this answer: ${graph.questions[question]?.trail ?? '?'}` }).click();
    await stands(page, graph, question);
    expect(await foot.getByRole('link', { name: 'Markdown' }).getAttribute('href')).toBe(
      `/troubleshoot/${question}.md`,
    );
    expect(await foot.locator('code').innerText()).toBe(`content/questions/${question}.yaml`);
    await copy.click();
    await expect.poll(() => copied(page)).toContain(plainText(graph.questions[question]?.ask ?? '?'));
  });
});

describe('the report', () => {
  test('tells times in UTC, what was not checked, and keeps what was typed to itself', async ({ visit }) => {
    const reader = await visit({ timezoneId: 'America/New_York' });
    const { page, context } = reader;
    await open(page, addressKnowing(graph, ['code-522', 'scope-constant', 'rule-drop']));
    await fill(page);
    const text = page.locator('[data-report]');
    await expect.poll(() => text.innerText()).toContain('Last seen: 2026-11-20 20:10 UTC');
    const told = await text.innerText();
    expect(told).toContain('First seen: 2026-11-20 19:03 UTC');
    for (const value of Object.values(TYPED)) expect(told).toContain(value);
    expect(told).toContain('Code: 522');
    expect(told).toMatch(/NOT CHECKED\n- /);
    const kept = await page.evaluate(() =>
      JSON.stringify([localStorage, sessionStorage, document.cookie, history.state]),
    );
    const traces = [kept, page.url(), ...reader.requests, JSON.stringify(await context.storageState())].join(' ');
    for (const value of [...Object.values(TYPED), '2026-11-20', '14:03']) expect(traces).not.toContain(value);
    await page.reload();
    await awake(page);
    await ended(page);
    expect(await page.getByLabel('Hostname').inputValue(), 'a reload forgets it').toBe('');
  });

  test('never asks for an address of the client', async ({ visit }) => {
    const { page } = await visit();
    await open(page);
    const names = await page.locator('main .fields label').allInnerTexts();
    expect(names.join('\n')).not.toMatch(/\bIP\b|address/i);
  });

  for (const [name, file, first] of [
    ['Plain text', '52x-report.txt', /^\w/],
    ['Markdown', '52x-report.md', /^# /],
  ] as const) {
    test(`is saved as ${file}`, async ({ visit }) => {
      const { page } = await visit();
      await open(page);
      await page.getByRole('radio', { name }).check();
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `Save as ${file}` }).click(),
      ]);
      expect(saved.suggestedFilename()).toBe(file);
      const text = await contents(saved);
      expect(text).toMatch(first);
      expect(text.trim()).toBe((await page.locator('[data-report]').innerText()).trim());
    });
  }

  test('and all answers are gone after “Start again”', async ({ visit }) => {
    const { page } = await visit();
    await open(page, `${END}&on=ufw`);
    await fill(page);
    await page.getByRole('link', { name: 'Start again' }).click();
    await stands(page, graph, graph.start);
    expect(new URL(page.url()).search).toBe('');
    expect(await answersShown(page)).toEqual([]);
    await page.goBack();
    await ended(page);
    expect(await page.getByLabel('Hostname').inputValue()).toBe('');
  });
});

describe('a shared address', () => {
  test('shows the same end, cause and platform to someone else', async ({ visit }) => {
    const one = await visit();
    await open(one.page, `${END}&on=nftables`);
    await one.page.getByRole('button', { name: /^522 again/ }).click();
    await expect.poll(() => one.page.url()).toContain('tried=');
    const other = await visit();
    await other.page.goto(one.page.url());
    await awake(other.page);
    await ended(other.page);
    expect(await answersShown(other.page)).toEqual(await answersShown(one.page));
    expect(await causes(other.page)).toEqual(await causes(one.page));
    expect(await now(other.page).getAttribute('data-cause')).toBe(await now(one.page).getAttribute('data-cause'));
  });

  test('the good end of one list is not told at another to which the history leads', async ({ visit }) => {
    const { page } = await visit();
    await open(page, '/troubleshoot/nothing-known/');
    const cause = await now(page).getAttribute('data-cause');
    const closing = page.getByText('Good. It works again.');
    await page.getByRole('button', { name: /^The page/ }).click();
    await closing.waitFor();
    await page.evaluate((address) => {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    }, END);
    await expect.poll(() => page.locator('h1').innerText()).toBe(plainText(graph.ends['server-drops']?.title ?? ''));
    await ended(page);
    expect(await now(page).getAttribute('data-cause'), 'the same cause stands first').toBe(cause);
    expect(await closing.count()).toBe(0);
  });

  test('a link within the page is no step back', async ({ visit }) => {
    const { page } = await visit();
    await open(page);
    await page.getByRole('link', { name: 'What visitors and API clients can do' }).click();
    const depth = () => page.evaluate(() => scrollY);
    await expect.poll(depth, { message: 'the page goes where the link leads' }).toBeGreaterThan(400);
    await page.waitForTimeout(200);
    expect(await depth(), 'and stays there').toBeGreaterThan(400);
  });
});
