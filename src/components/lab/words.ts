import type { LabOutcome } from '../../knowledge/schemas/results.ts';

type Seen = LabOutcome['seen'][number];

/** A scenario's outcome, as far as its line needs it. */
export interface Line {
  readonly control: boolean;
  readonly outcome: LabOutcome;
}

const FOUNDED: Readonly<Record<Seen['certainty'], (code: string) => string>> = {
  documented: (code) => `Cloudflare documents this as ${code}`,
  inferred: (code) => `a ${code}, by inference from Cloudflare’s pages`,
  undocumented: (code) => `no public source says which code follows; ${code} is our guess`,
};

const FIXES: Readonly<Record<LabOutcome['fix'], string>> = {
  verified: 'fix verified',
  outside: 'nothing on the server mends it',
  none: '',
  failed: '',
};

const isAnswer = ({ event }: Seen): boolean => event === 'answered';

/** What the lab edge met, without the requests that were served beside it. */
function events({ seen }: LabOutcome): readonly Seen[] {
  const failed = seen.filter((item) => !isAnswer(item) || !item.code.startsWith('2'));
  return failed.length > 0 ? failed : seen;
}

const listed = (words: readonly string[]): string => [...new Set(words)].filter((word) => word !== '').join('; ');

/** The event in words, and what follows from it: never what Cloudflare returned. */
function meaning({ control, outcome }: Line): { readonly event: string; readonly rest: string } {
  if (control) return { event: 'stayed 200', rest: '' };
  const met = events(outcome);
  return {
    event: listed(met.map((item) => (isAnswer(item) ? `the origin’s own ${item.code}` : item.event))),
    rest: listed([
      ...met.filter((item) => !isAnswer(item)).map(({ certainty, code }) => FOUNDED[certainty](code)),
      FIXES[outcome.fix],
    ]),
  };
}

/** Who saw it. */
export function edgeName({ outcome }: Line): string {
  return outcome.real ? 'Lab edge, real clocks' : 'Lab edge';
}

/**
 * The line on lines that mean the same: "SYN unanswered, 5 of 5; Cloudflare documents this as 522; fix verified."
 * @param lines at least one, all of the same meaning; their runs add up
 */
export function lineWords(lines: readonly Line[]): string {
  const [first] = lines;
  if (first === undefined) return '';
  const { event, rest } = meaning(first);
  const sum = (field: 'matches' | 'runs'): string =>
    String(lines.reduce((total, { outcome }) => total + outcome[field], 0));
  return `${listed([`${event}, ${sum('matches')} of ${sum('runs')}`, rest])}.`;
}

/** Lines that mean the same, together, in the order of the first of each. */
export function grouped<T extends Line>(lines: readonly T[]): T[][] {
  const groups = Map.groupBy(lines, (line) => JSON.stringify([edgeName(line), meaning(line)]));
  return [...groups.values()];
}
