/** Waits that Cloudflare's machine-readable errors advise, by their ids in cloudflare.yaml. */
export type Hint = 'retry-short' | 'retry-long' | 'retry-edge';

/** Cloudflare's figures that the decision needs, in seconds. They come from the content, so that they are typed once. */
export type RetryFigures = Readonly<Record<Hint | 'ack', number>>;

/** What to do about some codes. */
export type Policy = { readonly codes: readonly string[]; readonly note: string } & (
  | {
      readonly action: 'wait';
      /** First wait when the answer has no Retry-After. It doubles with each try. */
      readonly first: Hint;
      /** Tries in all. */
      readonly tries: number;
      /** Whether only the body tells that it is this error: the status alone may be the site's own. */
      readonly body?: true;
    }
  | { readonly action: 'alert' | 'stop' }
);

/** Longest wait that a client should accept, in seconds. Our recommendation. */
export const LONGEST_WAIT = 900;

/** Most that chance adds to a wait, as a share of it. Our recommendation. */
export const MOST_JITTER = 0.2;

/**
 * What a client should do, code by code. The first waits are those of Cloudflare's structured errors ("Error responses"
 * in its documentation); the number of tries and the doubling are our recommendation.
 */
export const POLICY: readonly Policy[] = [
  {
    codes: ['521', '522', '523'],
    action: 'wait',
    first: 'retry-long',
    tries: 3,
    note: 'Then leave the whole host alone for a while: many clients that repeat keep a weak server down.',
  },
  {
    codes: ['520', '502'],
    action: 'wait',
    first: 'retry-short',
    tries: 3,
    note: 'One quick try after a second or two is reasonable first: a reused connection may have been closed at that moment.',
  },
  {
    codes: ['524', '504'],
    action: 'wait',
    first: 'retry-long',
    tries: 2,
    note: 'Only what may be repeated: reads, and writes with an idempotency key. If it fails again, make the job shorter or let it run in the background.',
  },
  {
    codes: ['500'],
    action: 'wait',
    first: 'retry-edge',
    tries: 3,
    body: true,
    note: 'When the body says that Cloudflare made it. The site’s own 500 is the site’s to explain.',
  },
  {
    codes: ['1033'],
    action: 'wait',
    first: 'retry-long',
    tries: 3,
    body: true,
    note: 'The number stands in the body of a 530. The tunnel may come back; its owner has to see to it.',
  },
  {
    codes: ['429', '1015'],
    action: 'wait',
    first: 'retry-edge',
    tries: 3,
    note: 'Slow down for good, or it comes back.',
  },
  {
    codes: ['525', '526'],
    action: 'alert',
    note: 'Waiting mends no certificate. Tell a person, and look once an hour.',
  },
  {
    codes: ['530', '1016'],
    action: 'alert',
    note: 'The owner has to mend the name. Read the number inside a 530: a 1033 may pass.',
  },
  { codes: ['403', '1020'], action: 'stop', note: 'Blocked on purpose. Repeating makes it worse.' },
];
