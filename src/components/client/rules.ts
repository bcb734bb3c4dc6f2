/** What holds for every client: a name and the rule, in the inline format of the content. */
export const RULES = [
  [
    'The wait',
    '`Retry-After` is the least, not the time itself: add up to a fifth by chance, so that not all clients come back in the same second. Set a limit of your own, say fifteen minutes, and give up when asked to wait longer.[^error-responses][^inference]',
  ],
  [
    'Changing requests',
    'Give each POST an idempotency key that the server honours. Without one, look at the state before you send a payment or an order again.[^rfc-9110][^inference]',
  ],
  [
    'Timeouts',
    'A total timeout below {connect} turns every 522 into your own timeout, and Cloudflare logs a 499. To be told of a 524 you have to wait longer than {read}. The connect timeout can be short: it only has to reach Cloudflare.[^error-499][^error-522][^error-524]',
  ],
  [
    'One budget for a host',
    'Let repeats be at most a tenth of your requests to a host, and stop asking for some minutes after the last try. Hundreds of clients that repeat keep the queue of a weak server full.[^inference]',
  ],
  [
    'Whose error it is',
    'Send `Accept: application/json`. Then look in this order: the status; `cf-ray` or `server: cloudflare`, which only say that the answer came through Cloudflare; `cloudflare_error: true` in the body, which says that Cloudflare made it; `cf-error-details` in HTML; the text `error code: 522`. Build on `retryable`, `retry_after`, `error_category` and `error_name`: the last two are declared stable.[^error-responses]',
  ],
  [
    'Crawlers',
    'A 52x is no ban and not the fault of your proxy: keep the address, and lower speed and concurrency. 1015, 1020, 403 and 429 are the signs of a ban. Another exit country may reach another Cloudflare city, and so another path.[^inference]',
  ],
  [
    'The log',
    'Write down the time in UTC, code, seconds, Ray ID, host and the number of the try. The owner of the site needs exactly these.[^gathering-information]',
  ],
] as const;
