import { expect, it } from 'vitest';
import { latestOnly } from './latest.ts';

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

it('works on one input at a time, skips those in between, and drops a stale result', async () => {
  const begun: string[] = [];
  const shown: string[] = [];
  const finish: (() => void)[] = [];
  const ask = latestOnly(
    (input: string) => {
      begun.push(input);
      return new Promise<string>((resolve) =>
        finish.push(() => {
          resolve(input.toUpperCase());
        }),
      );
    },
    (_, result) => shown.push(result),
    () => shown.push('failed'),
  );
  ['h', 'ha', 'han'].forEach(ask);
  finish[0]?.();
  await turn();
  expect(begun).toEqual(['h', 'han']);
  expect(shown).toEqual([]);
  finish[1]?.();
  await turn();
  expect(shown).toEqual(['HAN']);
});

it('goes on after a failure', async () => {
  const seen: string[] = [];
  const ask = latestOnly(
    (input: string) => (input === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve(input)),
    (_, result) => seen.push(result),
    () => seen.push('failed'),
  );
  ask('bad');
  await turn();
  ask('good');
  await turn();
  expect(seen).toEqual(['failed', 'good']);
});
