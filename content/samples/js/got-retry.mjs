// got with its own retry options: its list lacks 520 and 523, and adds no jitter to Retry-After.
import got from 'got';

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

const client = got.extend({
  headers: { accept: 'application/json' },
  timeout: { connect: 5_000, response: 130_000 }, // 130 s: long enough to be told of a 524
  throwHttpErrors: false,
  retry: {
    limit: 2, // repeats, so three tries in all
    methods: ['GET', 'HEAD'], // a POST may have been carried out
    statusCodes: Object.keys(PLAN).map(Number),
    maxRetryAfter: CAP * 1000, // asked to wait longer: got gives up
    calculateDelay({ attemptCount, retryAfter, error, computedValue }) {
      if (computedValue === 0) return 0; // got has decided to give up
      const [tries, first] = PLAN[error.response?.statusCode] ?? [3, 60]; // no answer at all: as a 520
      if (attemptCount >= tries) return 0;
      const wait = retryAfter > 1 ? retryAfter : SCALE * first * 1000 * 2 ** (attemptCount - 1);
      return wait * (1 + Math.random() / 5);
    },
  },
});

const [url, method = 'GET'] = process.argv.slice(2);
const { statusCode } = await client(url, { method });
console.log(`HTTP ${statusCode}`);
process.exitCode = statusCode < 400 ? 0 : 1;
