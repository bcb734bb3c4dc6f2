// Node's fetch repeats nothing by itself: a loop of our own.
import { setTimeout as sleep } from 'node:timers/promises';

const BASE = Number(process.env.RETRY_BASE ?? 60); // seconds when the answer names none; then twice that
const CAP = Number(process.env.RETRY_CAP ?? 900); // the longest wait we accept
// Tries in all. 525, 526 and 530 are missing on purpose: waiting does not mend them.
const TRIES = { 429: 3, 502: 3, 520: 3, 521: 3, 522: 3, 523: 3, 504: 2, 524: 2 };

/** Seconds to wait before the next try, or undefined to give up. */
function pause(response, request, attempt) {
  const repeatable = ['GET', 'HEAD'].includes(request.method) || request.headers.has('Idempotency-Key');
  if (!repeatable || attempt >= (TRIES[response.status] ?? 1)) return undefined;
  const asked = Number(response.headers.get('Retry-After'));
  const wait = asked > 0 ? asked : BASE * 2 ** (attempt - 1);
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
console.log(`HTTP ${response.status}`);
process.exitCode = response.ok ? 0 : 1;
