// Node's fetch repeats nothing by itself: a loop of our own.
import { setTimeout as sleep } from 'node:timers/promises';

const SCALE = Number(process.env.RETRY_SCALE ?? 1); // below 1 to see it work without the waits
const CAP = Number(process.env.RETRY_CAP ?? 900); // the longest wait we accept
// Tries in all, and seconds to wait when the answer names none; then twice that. 500, 525, 526 and 530 are missing on purpose.
const PLAN = {
  429: [3, 30],
  502: [3, 60],
  504: [2, 120],
  520: [3, 60],
  521: [3, 120],
  522: [3, 120],
  523: [3, 120],
  524: [2, 120],
};

/** Seconds that Retry-After asks for, as a number or as a date; 0 or less, or NaN, when it does not. */
const seconds = (value) => (/^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000);

/** Seconds to wait before the next try, or undefined to give up. */
function pause(response, request, attempt) {
  const repeatable = ['GET', 'HEAD'].includes(request.method) || request.headers.has('Idempotency-Key');
  const [tries, first] = PLAN[response.status] ?? [1, 0];
  if (!repeatable || attempt >= tries) return undefined;
  const asked = seconds(response.headers.get('Retry-After'));
  const wait = asked > 0 ? asked : SCALE * first * 2 ** (attempt - 1);
  return wait <= CAP ? wait * (1 + Math.random() / 5) : undefined;
}

async function send(url, options = {}) {
  for (let attempt = 1; ; attempt += 1) {
    const request = new Request(url, options);
    // 130 s: long enough to be told of a 524 instead of hanging up first.
    const response = await fetch(request, { signal: AbortSignal.timeout(130_000) });
    const wait = pause(response, request, attempt);
    if (wait === undefined) return response;
    await response.body?.cancel();
    await sleep(wait * 1000);
  }
}

const [url, method = 'GET'] = process.argv.slice(2);
const response = await send(url, { method, headers: { Accept: 'application/json' } });
await response.text(); // throws when the body is cut short
console.log(`HTTP ${response.status}`);
process.exitCode = response.ok ? 0 : 1;
