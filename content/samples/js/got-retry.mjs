// got with its own retry options: its list lacks 520 and 523, and adds no jitter to Retry-After.
import got from 'got';

const BASE = Number(process.env.RETRY_BASE ?? 60); // seconds when the answer names none; then twice that
const CAP = Number(process.env.RETRY_CAP ?? 900); // the longest wait we accept

const client = got.extend({
  headers: { accept: 'application/json' },
  timeout: { connect: 5_000, response: 130_000 }, // 130 s: long enough to be told of a 524
  throwHttpErrors: false,
  retry: {
    limit: 2, // repeats, so three tries in all
    methods: ['GET', 'HEAD'], // a POST may have been carried out
    statusCodes: [429, 502, 504, 520, 521, 522, 523, 524], // not 525, 526
    maxRetryAfter: CAP * 1000, // asked to wait longer: got gives up
    calculateDelay({ attemptCount, retryAfter, error, computedValue }) {
      if (computedValue === 0) return 0; // got has decided to give up
      const slow = [504, 524].includes(error.response?.statusCode);
      if (slow && attemptCount > 1) return 0; // the work may still be running
      const wait = retryAfter ?? BASE * 1000 * 2 ** (attemptCount - 1);
      return wait * (1 + Math.random() / 5);
    },
  },
});

const [url, method = 'GET'] = process.argv.slice(2);
const { statusCode } = await client(url, { method });
console.log(`HTTP ${statusCode}`);
process.exitCode = statusCode < 400 ? 0 : 1;
