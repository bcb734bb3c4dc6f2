import type { PatternBook } from '../domain/analyzer/pattern.ts';
import { plainText } from '../domain/text/parse.ts';
import { settle } from './graph.ts';
import type { Knowledge } from './model.ts';

/** The patterns as the analyzer gets them, without their examples. */
export function toPatternBook(
  knowledge: Pick<Knowledge, 'patterns' | 'errors' | 'symptoms' | 'addresses' | 'figure'>,
): PatternBook {
  const kinds = [...knowledge.patterns.values()];
  return {
    kinds: kinds.map(({ title }) => title),
    patterns: kinds.flatMap(({ patterns }, kind) =>
      patterns.map((pattern) => ({
        ...pattern,
        kind,
        says: pattern.says === undefined ? undefined : settle(pattern.says, knowledge.figure),
        examples: undefined,
        not: undefined,
      })),
    ),
    times: [...knowledge.symptoms].flatMap(([symptom, { seconds }]) =>
      seconds === undefined ? [] : [{ symptom, min: seconds.min, max: seconds.max ?? null }],
    ),
    symptoms: Object.fromEntries(
      [...knowledge.symptoms].map(([id, { statement }]) => [id, settle(statement, knowledge.figure)]),
    ),
    errors: Object.fromEntries(
      [...knowledge.errors].map(([code, { title, side }]) => [
        code,
        { title: plainText(title, knowledge.figure), side: plainText(side.text, knowledge.figure) },
      ]),
    ),
    ranges: [...knowledge.addresses.ipv4, ...knowledge.addresses.ipv6],
  };
}
