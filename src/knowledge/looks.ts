import type { Check } from './schemas/check.ts';

/** What a check's output looks like for each symptom that it establishes, by the symptom's id. */
export function looksOf(check: Check): Record<string, string> {
  const shown = check.outcomes.flatMap(({ symptom, looks }) =>
    symptom === undefined || looks === undefined ? [] : [[symptom, looks] as const],
  );
  return Object.fromEntries(shown);
}
