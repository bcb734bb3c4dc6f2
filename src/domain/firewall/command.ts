import type { CheckedInput, Command } from './model.ts';

const onServer =
  (changes: Command['changes']) =>
  (does: string, ...run: string[]): Command => ({ where: 'origin', root: true, changes, does, run: run.join('\n') });

/** Root commands on the server, by what they change. */
export const looks = onServer('nothing');
export const configures = onServer('configuration');
export const changesTraffic = onServer('traffic');

const inCloud =
  (changes: Command['changes']) =>
  (does: string, ...run: string[]): Command => ({ where: 'cloud', root: false, changes, does, run: run.join('\n') });

/** Commands of a cloud's command line, by what they change. */
export const cloudLooks = inCloud('nothing');
export const cloudChanges = inCloud('traffic');

/** Both lists as words, for a shell loop. */
export function words(input: CheckedInput): string {
  return [...input.ipv4, ...input.ipv6].join(' ');
}
