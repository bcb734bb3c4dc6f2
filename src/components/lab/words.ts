import type { LabOutcome } from '../../knowledge/schemas/results.ts';

type Seen = LabOutcome['seen'][number];

const FOUNDED: Readonly<Record<Seen['certainty'], (code: string) => string>> = {
  documented: (code) => `Cloudflare documents this as ${code}`,
  inferred: (code) => `a ${code}, by inference from Cloudflare’s pages`,
  undocumented: (code) => `no public source says which code follows; ${code} is our guess`,
};

const isAnswer = ({ event }: Seen): boolean => event === 'answered';

/** What the lab edge met, without the requests that were served beside it. */
function events({ seen }: LabOutcome): readonly Seen[] {
  const failed = seen.filter((item) => !isAnswer(item) || !item.code.startsWith('2'));
  return failed.length > 0 ? failed : seen;
}

/** The events in words: "SYN unanswered", "the origin’s own 503". */
export function eventWords(outcome: LabOutcome): string {
  const words = events(outcome).map((item) => (isAnswer(item) ? `the origin’s own ${item.code}` : item.event));
  return [...new Set(words)].join('; ');
}

/** The codes beside the events. */
export function eventCodes(outcome: LabOutcome): readonly string[] {
  return [...new Set(events(outcome).map(({ code }) => code))];
}

/** How often it went that way: "5 of 5". */
export function timesWords({ matches, runs }: LabOutcome): string {
  return `${String(matches)} of ${String(runs)}`;
}

/** What Cloudflare says about the events; empty for answers that are passed on. */
export function foundedWords(outcome: LabOutcome): string {
  const words = events(outcome)
    .filter((item) => !isAnswer(item))
    .map(({ certainty, code }) => FOUNDED[certainty](code));
  return [...new Set(words)].join('; ');
}

/** Whether the repair was tried, and whose it was. */
export const FIX_WORDS: Readonly<Record<LabOutcome['fix'], string>> = {
  verified: 'fix verified',
  outside: 'nothing on the server mends it',
  none: '',
  failed: '',
};
