import { advise, CASES, METHODS, onlyBodyTells, type RetryCase } from '../domain/retry/advise.ts';
import { LONGEST_WAIT, MOST_JITTER, type RetryFigures } from '../domain/retry/policy.ts';
import { retryFigures } from './clients.ts';
import type { Knowledge } from './model.ts';
import type { RetryTable } from './schemas/retry.ts';

type Item = RetryTable['items'][number];

function itemOf(entry: RetryCase, figures: RetryFigures): Item {
  const { answer, because, sources, when } = entry.reach;
  return {
    id: entry.id,
    code: entry.code,
    ...(when === 'before-ack' ? { underSeconds: figures.ack } : {}),
    ...(when === 'after-ack' ? { fromSeconds: figures.ack } : {}),
    onlyBodyTells: onlyBodyTells(entry),
    reached: { answer, because, sources: [...sources] },
    advice: Object.fromEntries(
      METHODS.map((kind) => {
        const { action, waits, reason } = advise(entry, kind, figures);
        return [kind.id, { action, waitsSeconds: [...waits], reason }];
      }),
    ) as Item['advice'],
  };
}

/** Every case of the retry policy with every kind of request, for machines. */
export function retryTable(
  knowledge: Knowledge,
  about: Pick<RetryTable, 'version' | 'license' | 'schema'>,
): RetryTable {
  const figures = retryFigures(knowledge);
  return {
    ...about,
    longestWaitSeconds: LONGEST_WAIT,
    mostJitter: MOST_JITTER,
    methods: METHODS.map(({ id, name, covers, idempotencyKey }) => ({ id, name, covers: [...covers], idempotencyKey })),
    count: CASES.length,
    items: CASES.map((entry) => itemOf(entry, figures)),
  };
}

/** Seconds that a hint of cloudflare.yaml stands for, as in force; undefined where it is not a number of seconds. */
export function secondsOf(hint: string, knowledge: Knowledge): number | undefined {
  const figure = knowledge.figures.get(hint);
  const value = Number(figure?.values[0]?.value);
  return figure?.unit === 's' && Number.isFinite(value) ? value : undefined;
}
