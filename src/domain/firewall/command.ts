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

/** Shell that does the same for each word; with one word alone it is written out, without a loop. */
export function forEach(variable: string, values: readonly string[], body: readonly string[]): string[] {
  const [only, ...more] = values;
  if (only !== undefined && more.length === 0)
    return body.map((line) => line.replaceAll(`"$${variable}"`, only).replaceAll(`$${variable}`, only));
  return [`for ${variable} in ${values.join(' ')}; do`, ...body.map((line) => `  ${line}`), 'done'];
}

/** Both lists as words, for a shell loop. */
export function words(input: CheckedInput): string {
  return [...input.ipv4, ...input.ipv6].join(' ');
}
