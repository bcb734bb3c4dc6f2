import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { injectAxe, violations } from '../support/axe.ts';
import { focused, HANDS, tabTo, use } from '../support/hand.ts';
import { test } from '../support/visit.ts';

const site = inject('site');

const SECRET = 'zq7secretzq7';
const PASTE = `$ curl -v https://shop.example/checkout
> Cookie: session=${SECRET}
< HTTP/2 522
< date: Fri, 20 Nov 2026 12:23:38 GMT
< server: cloudflare
< cf-ray: a23c92d51bc8a952-FRA

error code: 522`;
const HOSTILE = `<img src=x onerror=alert(1)><script>alert(2)</script>
HTTP/2 522
server: cloudflare
cf-ray: a23c92d51bc8a952-FRA
<b onclick="alert(3)">error code: 522</b> \u202e\u001b[31m`;

async function analyzer(page: Page): Promise<void> {
  await page.goto(`${site.address}/analyze/`);
  await page.locator('#paste').waitFor();
}

/** Puts text into the field as a paste does, in one go. */
async function paste(page: Page, text: string): Promise<void> {
  await page.locator('#paste').evaluate((field, pasted) => {
    (field as HTMLTextAreaElement).value = pasted;
    field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true }));
  }, text);
}

describe('a reader pastes what they have', () => {
  test.for(HANDS)('by %s: the error, who made it, its facts, and the way on', async (hand, { visit }) => {
    const { page } = await visit();
    await analyzer(page);
    if (hand === 'mouse') await page.locator('#paste').click();
    else await tabTo(page.locator('#paste'));
    await page.keyboard.insertText(PASTE);
    await use(hand, page.getByRole('button', { name: 'Read it' }));
    const result = page.locator('[data-analysis="recognised"]');
    await result.waitFor();
    expect(
      await result.evaluate((element) => Object.fromEntries(Object.entries((element as HTMLElement).dataset))),
    ).toEqual({
      analysis: 'recognised',
      code: '522',
      edge: 'made',
      rayId: 'a23c92d51bc8a952',
    });
    expect(await focused(page)).toContain('Error 522');
    const text = await result.innerText();
    expect(text).toContain('Cloudflare’s edge wrote this answer');
    expect(text).toContain('Whose side?');
    expect(text).toContain('2026-11-20 12:23:38 UTC');
    expect(text).toContain('FRA');
    await use(hand, page.getByRole('link', { name: 'Continue in the troubleshooter' }));
    await page.locator('#troubleshooter[data-live="true"]').waitFor();
    expect(page.url()).toContain('code=code-522');
  });

  test('a paste is read at once; the lines that show it are marked and linked', async ({ visit }) => {
    const { page } = await visit();
    await analyzer(page);
    await paste(page, PASTE);
    await page.locator('.result').waitFor();
    expect(await page.locator('.lines mark').allInnerTexts()).toContain('error code: 522');
    await page.locator('.found a').first().click();
    const line = new URL(page.url()).hash;
    expect(await page.locator(`${line} mark`).count()).toBe(1);
  });

  test('a line that is read as two things at once is named once', async ({ visit }) => {
    const { page } = await visit();
    await analyzer(page);
    await paste(
      page,
      'ERR  error="Incoming request ended abruptly: context canceled" cfRay=7e0bcf1fbfe63daa-SIN event=1',
    );
    expect(await page.locator('.result .edge .at').innerText()).toBe('line 1');
  });

  test('a file is read, and another one after it', async ({ visit }) => {
    const { page } = await visit();
    await analyzer(page);
    const give = (name: string, text: string) =>
      page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await give('page.txt', PASTE);
    await page.locator('[data-code="522"]').waitFor();
    await give('other.txt', 'HTTP/2 525\nserver: cloudflare\ncf-ray: a23c92d51bc8a952-FRA\n\nerror code: 525');
    await page.locator('[data-code="525"]').waitFor();
  });

  test('nothing of it goes into a request, an address or storage', async ({ visit }) => {
    const { page, requests } = await visit();
    const bodies: string[] = [];
    page.on('request', (request) => bodies.push(request.postData() ?? '', JSON.stringify(request.headers())));
    await analyzer(page);
    await paste(page, PASTE);
    await page.locator('.result').waitFor();
    await page.getByText('Result to copy').click();
    await page.getByRole('link', { name: 'Continue in the troubleshooter' }).click();
    await page.locator('#troubleshooter[data-live="true"]').waitFor();
    const kept = await page.evaluate(async () =>
      JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        document.cookie,
        location.href,
        history.state,
        await indexedDB.databases(),
        await caches.keys(),
      ]),
    );
    for (const piece of [SECRET, 'a23c92d51bc8a952', 'shop.example']) {
      expect([...requests, ...bodies, kept].filter((text) => text.includes(piece))).toEqual([]);
    }
    expect(await page.locator('textarea[name], form textarea').count()).toBe(0);
  });

  test('a part of the page without its number: what it shows stands there, and the ways on', async ({ visit }) => {
    const { page } = await visit();
    await analyzer(page);
    await paste(page, 'Cloudflare Ray ID: a23c92d51bc8a952 • Performance & security by Cloudflare');
    const result = page.locator('[data-analysis="recognised"]');
    await result.waitFor();
    expect(await result.getByRole('heading', { level: 2 }).innerText()).toBe('No error code recognised');
    expect(await result.locator('dl.facts').innerText()).toContain('a23c92d51bc8a952');
    expect(await result.getByRole('link', { name: 'Start from what you see' }).count()).toBe(1);
  });

  test('the result to copy has personal data masked', async ({ visit }) => {
    const { page } = await visit();
    await analyzer(page);
    await paste(page, `${PASTE}\nerror code: 522 for token=${SECRET} from 198.51.100.7`);
    await page.getByText('Result to copy').click();
    const words = await page.locator('.take pre').innerText();
    expect(words).toContain('522');
    expect(words).not.toContain(SECRET);
    expect(words).not.toContain('198.51.100.7');
  });
});

describe('bad input', () => {
  test.for([
    ['empty', '  \n ', 'empty'],
    ['too long', 'a'.repeat(10_000_001), 'at most 10 million'],
  ])('%s: says so and what to do', async ([, text = '', says = ''], { visit }) => {
    const { page } = await visit();
    await analyzer(page);
    await paste(page, text);
    // The browser itself takes its time over ten million characters in a field.
    await page.locator('.problem').waitFor({ timeout: 30_000 });
    expect(await page.locator('.problem').innerText()).toContain(says);
  });

  test.for([
    ['prose', 'We had 522 visitors on Friday and 504 on Monday.'],
    ['bytes', '\u0000\u0001\ufffd\ufffd\u0007PNG\r\n'.repeat(200)],
    ['minified script', 'a=b,c(522),d={e:524};'.repeat(5000)],
  ])('%s: nothing is recognised, and the page leads on', async ([, text = ''], { visit }) => {
    const { page } = await visit();
    await analyzer(page);
    await paste(page, text);
    const result = page.locator('[data-analysis="nothing"]');
    await result.waitFor();
    expect(await result.getAttribute('data-code')).toBe('');
    expect(await result.getByRole('link', { name: 'Start from what you see' }).count()).toBe(1);
  });

  test('markup in a paste stays text', async ({ visit }) => {
    const { page } = await visit();
    await analyzer(page);
    await paste(page, HOSTILE);
    await page.locator('[data-code="522"]').waitFor();
    expect(await page.locator('.result :is(img, script, b[onclick])').count()).toBe(0);
    expect(await page.locator('.lines').innerText()).toContain('<img src=x');
  });

  for (const [what, answer] of [
    ['cannot be loaded', undefined],
    ['are JSON of something else', { status: 200, contentType: 'application/json', body: '{}' }],
  ] as const)
    test(`patterns that ${what}: says so, keeps the text, and reads it later`, async ({ visit }) => {
      const { page, context } = await visit({ expected: /data\/patterns/ });
      await context.route(/\/data\/patterns/, (route) => (answer ? route.fulfill(answer) : route.abort()));
      await analyzer(page);
      await paste(page, PASTE);
      await page.locator('.problem').waitFor();
      expect(await page.locator('.problem').innerText()).toContain('could not be loaded');
      expect(await page.locator('#paste').inputValue()).toBe(PASTE);
      await context.unroute(/\/data\/patterns/);
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.locator('[data-code="522"]').waitFor();
    });

  test('a log of 10 MB: the page goes on answering, and reading can be cancelled', async ({ visit }) => {
    const { page } = await visit();
    await analyzer(page);
    const line = '203.0.113.9 - - [20/Nov/2026:12:23:38 +0000] "GET /a HTTP/1.1" 200 512 "-" "Mozilla/5.0"\n';
    await paste(page, PASTE);
    await page.locator('[data-code="522"]').waitFor();
    await page.evaluate((text) => {
      const log = text.repeat(Math.floor(9_999_000 / text.length));
      const field = document.querySelector<HTMLTextAreaElement>('#paste');
      const cancelSoon = new MutationObserver(() => {
        const cancel = [...document.querySelectorAll('button')].find((button) => button.textContent === 'Cancel');
        cancel?.click();
      });
      cancelSoon.observe(document.body, { childList: true, subtree: true });
      if (field !== null) field.value = log;
      field?.dispatchEvent(new ClipboardEvent('paste', { bubbles: true }));
    }, line);
    await page.getByText('Cancelled.').waitFor();
    expect(await page.locator('.result').count()).toBe(0);
  });

  test('without JavaScript the page names the ways that work', async ({ visit }) => {
    const { page } = await visit({ javaScriptEnabled: false });
    await page.goto(`${site.address}/analyze/`);
    expect(await page.getByRole('link', { name: 'look up the code' }).isVisible()).toBe(true);
    expect(await page.locator('textarea').count()).toBe(0);
  });
});

describe('for every reader', () => {
  test.for(['light', 'dark'] as const)(
    '%s: no violations with a result on the page',
    async (colorScheme, { visit }) => {
      const { page } = await visit({ colorScheme });
      await analyzer(page);
      await paste(page, `${PASTE}\n\nHTTP/1.1 502 Bad Gateway\nServer: nginx\n\n<center>nginx</center>`);
      await page.locator('.result').waitFor();
      await page.locator('.result details').evaluateAll((all) => {
        for (const one of all) (one as HTMLDetailsElement).open = true;
      });
      await injectAxe(page);
      expect(await violations(page, 'all')).toEqual([]);
    },
  );

  test('reflows at 320 px with a result on the page', async ({ visit }) => {
    const { page } = await visit({ viewport: { width: 320, height: 640 } });
    await analyzer(page);
    await paste(page, `${PASTE}\n${'x'.repeat(3000)}`);
    await page.locator('.result').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
