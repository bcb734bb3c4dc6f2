import type { Client } from '../../knowledge/schemas/client.ts';

/** When a client repeats an answer. */
export const STARTS: Readonly<Record<Client['starts'], string>> = {
  'built-in': 'Repeats by itself.',
  'on-request': 'Repeats once told to.',
  never: 'Never repeats an answer.',
};

/** How we know what a client does. */
export const VERIFIED: Readonly<Record<Client['verified']['how'], string>> = {
  run: 'Run by us',
  source: 'Source read',
  docs: 'From its documentation',
  report: 'Reported by others',
  none: 'Unverified',
};

/** The codes that a client repeats, in words. */
export function repeated({ retries52x }: Pick<Client, 'retries52x'>): string {
  const codes = Object.entries(retries52x);
  const yes = codes.filter(([, answer]) => answer === 'yes').map(([code]) => code);
  if (yes.length === 0) return codes.some(([, answer]) => answer === 'unknown') ? 'not known' : 'none';
  return yes.length === codes.length ? `${yes[0] ?? ''} to ${yes.at(-1) ?? ''}` : yes.join(', ');
}

/** When an answer came, where that decides. */
export const WHEN_WORDS = {
  'before-ack': (ack: string) => `answer within ${ack}`,
  'after-ack': (ack: string) => `answer after ${ack} or more`,
} as const;
