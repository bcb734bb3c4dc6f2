import { plainText } from '../domain/text/parse.ts';
import type { CheckDetails } from '../domain/troubleshooter/graph.ts';
import type { Knowledge } from './model.ts';
import type { Check } from './schemas/check.ts';

/** What a check's output looks like for each answer that it gives, in the order of its results. */
export function looksOf(
  check: Check,
  symptoms: Knowledge['symptoms'],
  figure: (text: string) => string,
): CheckDetails['looks'] {
  return check.outcomes.flatMap(({ symptom, looks }) => {
    const label = symptom === undefined ? undefined : symptoms.get(symptom)?.label;
    return label === undefined || looks === undefined ? [] : [{ answer: plainText(figure(label)), looks }];
  });
}
