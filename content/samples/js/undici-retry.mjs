// undici's RetryAgent, told which codes to repeat and how long to wait.
import { Agent, request, RetryAgent } from 'undici';

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

/** Calls done() for another try and done(error) to give up; the agent's own rule cuts Retry-After at 30 s. */
function retry(error, { state, opts }, done) {
  const repeatable = ['GET', 'HEAD'].includes(opts.method);
  const [tries, first] = PLAN[error.statusCode] ?? [1, 0];
  if (!repeatable || state.counter >= tries) return done(error);
  const asked = seconds(error.headers?.['retry-after']);
  const wait = asked > 0 ? asked : SCALE * first * 2 ** (state.counter - 1);
  if (wait > CAP) return done(error);
  setTimeout(done, wait * 1000 * (1 + Math.random() / 5), null);
}

// 130 s: long enough to be told of a 524 instead of hanging up first.
const edge = new Agent({ headersTimeout: 130_000 });
// throwOnError: false hands over the last answer instead of an exception.
const dispatcher = new RetryAgent(edge, { retry, throwOnError: false });

const [url, method = 'GET'] = process.argv.slice(2);
const { statusCode, body } = await request(url, { method, dispatcher, headers: { accept: 'application/json' } });
await body.text(); // throws when the body is cut short
console.log(`HTTP ${statusCode}`);
process.exitCode = statusCode < 400 ? 0 : 1;
