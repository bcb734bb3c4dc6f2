import type { Cause, CauseStep } from './schemas/cause.ts';

/** All steps of a repair, the urgent ones first. */
export function stepsOf({ fix }: Cause): CauseStep[] {
  return [...fix.immediate, ...fix.short, ...fix.long];
}

/** Platforms that the repair of a cause has commands for, each once, in the author's order. */
export function platformsOf(cause: Cause): string[] {
  return [...new Set(stepsOf(cause).flatMap(({ run }) => run.flatMap(({ platform }) => platform ?? [])))];
}
