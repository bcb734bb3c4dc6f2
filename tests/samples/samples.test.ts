import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Asked, type Edge, startEdge } from './edge.ts';
import { run, type Runner, runners } from './runners.ts';

/** A sixtieth of the real waits, so 120 s become 2 s and 60 s become 1 s; the samples' own limit is 900 s. */
const SETTINGS = { RETRY_SCALE: '0.01667', RETRY_CAP: '5' };
/** What starting a process and a busy machine may add to a wait, in seconds. */
const SLACK = 1.5;
const PLAYS = 3;
/** The most that jitter adds, as a share of the wait. */
const JITTER = 0.2;

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.close());

async function play(runner: Runner, answers: readonly Answer[], method = 'GET') {
  const { url, asked } = edge.script(answers);
  const { status, ok, printed } = await run(runner, url, method, SETTINGS);
  return { status, ok, printed, tries: asked.length, waits: waitsOf(asked) };
}

/** Seconds between one request and the next. */
function waitsOf(asked: readonly Asked[]): number[] {
  return asked.slice(1).map(({ at }, index) => (at - (asked[index]?.at ?? at)) / 1000);
}

interface Waits {
  readonly status: number;
  readonly ok: boolean;
  readonly tries: number;
  readonly waits: readonly number[];
  /** Seconds by which a wait may have been rounded up. */
  readonly rounded?: number;
}

/**
 * Plays answers and sees that each wait is as long as wanted. A shorter one is always wrong; a longer one only when it comes
 * every time, for a busy machine adds to a wait now and then.
 */
async function expectWaits(
  runner: Runner,
  answers: readonly Answer[],
  { waits: wanted, rounded = 0, ...expected }: Waits,
): Promise<void> {
  let late: readonly number[] = [];
  for (let left = PLAYS; left > 0; left -= 1) {
    const { waits, ...played } = await play(runner, answers);
    expect(played).toMatchObject(expected);
    expect(waits).toHaveLength(wanted.length);
    for (const [index, wait] of waits.entries()) expect(wait).toBeGreaterThanOrEqual(wanted[index] ?? 0);
    late = waits.filter((wait, index) => wait >= ((wanted[index] ?? 0) + rounded) * (1 + JITTER) + SLACK);
    if (late.length === 0) return;
  }
  expect(late, `waits of ${wanted.join(' and ')} s that took longer`).toEqual([]);
}

for (const runner of runners()) {
  const missing = runner.command === undefined;
  const name = missing ? `${runner.name}: not run, because ${runner.needs} is missing here` : runner.name;

  describe.skipIf(missing)(name, { concurrent: true }, () => {
    test('waits as long as Retry-After asks, and returns the answer that then comes', async () => {
      const answers = [{ status: 522, retryAfter: 2 }, { status: 200 }];
      await expectWaits(runner, answers, { status: 200, ok: true, tries: 2, waits: [2] });
    });

    test('without Retry-After it waits what Cloudflare advises for the code, then twice that', async () => {
      const answers = [{ status: 523 }, { status: 520 }, { status: 200 }];
      await expectWaits(runner, answers, { status: 200, ok: true, tries: 3, waits: [2, 2] });
    });

    test('gives up after three tries and reports the last status', async () => {
      const answers = [{ status: 521, retryAfter: 1 }];
      await expectWaits(runner, answers, { status: 521, ok: false, tries: 3, waits: [1, 1] });
    });

    test('repeats a 524 once, because the work may still be running', async () => {
      expect(await play(runner, [{ status: 524, retryAfter: 1 }])).toMatchObject({ status: 524, ok: false, tries: 2 });
    });

    test.for([525, 526, 530])('does not repeat a %i', async (status) => {
      expect(await play(runner, [{ status }, { status: 200 }])).toMatchObject({ status, ok: false, tries: 1 });
    });

    test('does not repeat a POST', async () => {
      const answers = [{ status: 520, retryAfter: 1 }, { status: 200 }];
      expect(await play(runner, answers, 'POST')).toMatchObject({ status: 520, ok: false, tries: 1 });
    });

    test('gives up at once when asked to wait longer than its cap', async () => {
      const answers = [{ status: 522, retryAfter: 6 }, { status: 200 }];
      expect(await play(runner, answers)).toMatchObject({ status: 522, ok: false, tries: 1 });
    });

    test('waits until the date that Retry-After names', async () => {
      const answers = [{ status: 520, retryAfter: 3, asDate: true }, { status: 200 }] as const;
      // A date has whole seconds, here rounded up.
      await expectWaits(runner, answers, { status: 200, ok: true, tries: 2, waits: [3], rounded: 1 });
    });

    test('gives up at once when the date is beyond its cap', async () => {
      const answers = [{ status: 522, retryAfter: 3600, asDate: true }, { status: 200 }] as const;
      expect(await play(runner, answers)).toMatchObject({ status: 522, ok: false, tries: 1 });
    });

    test('takes no date that has passed for leave to repeat at once', async () => {
      const answers = [{ status: 520, retryAfter: -60, asDate: true }, { status: 200 }] as const;
      await expectWaits(runner, answers, { status: 200, ok: true, tries: 2, waits: [1] });
    });

    test('repeats a HEAD, and waits for no body', async () => {
      const answers = [{ status: 520, retryAfter: 1 }, { status: 200 }];
      expect(await play(runner, answers, 'HEAD')).toMatchObject({ status: 200, ok: true, tries: 2 });
    });

    test('takes an answer that was cut short for a failure, and prints none of it', async () => {
      const played = await play(runner, [{ status: 200, cut: true }]);
      expect(played.ok).toBe(false);
      expect(played.printed).not.toContain('"ok":true');
    });

    test('leaves a good answer alone', async () => {
      expect(await play(runner, [{ status: 200 }])).toMatchObject({ status: 200, ok: true, tries: 1 });
    });
  });
}
