import { analyze } from '../../domain/analyzer/analyze.ts';
import { compile, type Reader } from '../../domain/analyzer/compile.ts';
import type { Analysis } from '../../domain/analyzer/model.ts';
import { scan } from '../../domain/analyzer/scan.ts';
import { toPatternBook } from '../patterns.ts';
import type { Problem } from '../problem.ts';
import type { PatternEntry } from '../schemas/pattern.ts';
import { flawsOf } from './expression.ts';
import { at, type Context, type Rule } from './rule.ts';

interface Placed {
  readonly file: string;
  readonly index: number;
  readonly pattern: PatternEntry;
}

function problem(
  context: Context,
  { file, index }: Placed,
  field: readonly (string | number)[],
  told: { expected: string; remedy: string },
): Problem {
  return at(context, { collection: 'patterns', id: file, path: ['patterns', index, ...field] }, told);
}

/** Ids of the patterns that match somewhere in a text. */
function matching(text: string, reader: Reader): Set<string> {
  const ids = new Set<string>();
  const steps = scan(text, reader, {
    hits: (hits) => {
      for (const { pattern } of hits) ids.add(pattern.id);
    },
    longLine: () => undefined,
  });
  while (steps.next().done !== true);
  return ids;
}

type Shows = Exclude<PatternEntry['examples'][number], string>['shows'];

/** Fields of the result that differ from what the example states. */
function differences(result: Analysis, shows: Shows, own: readonly string[]): string[] {
  const { symptoms = own, status, ...facts } = shows;
  const found = result.findings.map(({ symptom }) => symptom);
  const missing = symptoms.filter((symptom) => !found.includes(symptom)).map((id) => `no finding "${id}"`);
  const wrong = Object.entries(facts).flatMap(([field, wanted]) => {
    const held = result[field as keyof typeof facts];
    return held === wanted ? [] : [`${field} ${JSON.stringify(held)} instead of ${JSON.stringify(wanted)}`];
  });
  const held = result.errors[0]?.status ?? null;
  return [...missing, ...wrong, ...(status === undefined || status === held ? [] : [`status ${JSON.stringify(held)}`])];
}

function examplesOf(context: Context, placed: Placed, reader: Reader): Problem[] {
  const { pattern } = placed;
  const problems = pattern.examples.flatMap((example, place) => {
    const { sample, shows } = typeof example === 'string' ? { sample: example, shows: {} } : example;
    if (!matching(sample, reader).has(pattern.id)) {
      const told = {
        expected: `expected "${pattern.id}" to match this example, and it does not`,
        remedy: 'correct match, or see that one of needs stands in the line in lower case',
      };
      return [problem(context, placed, ['examples', place], told)];
    }
    return differences(analyze(sample, reader), shows, pattern.symptoms).map((difference) =>
      problem(context, placed, ['examples', place], {
        expected: `expected what the example states, found ${difference}`,
        remedy: 'correct the pattern or what the example shows',
      }),
    );
  });
  const wrong = pattern.not.flatMap((sample, place) => {
    if (!matching(sample, reader).has(pattern.id)) return [];
    const told = {
      expected: `expected "${pattern.id}" not to match this look-alike, and it does`,
      remedy: 'make match more exact',
    };
    return [problem(context, placed, ['not', place], told)];
  });
  return [...problems, ...wrong];
}

function formOf(context: Context, placed: Placed, first: ReadonlyMap<string, Placed>): Problem[] {
  const { pattern } = placed;
  const problems = flawsOf(pattern.match).map((flaw) => problem(context, placed, ['match'], flaw));
  const holder = first.get(pattern.id);
  if (holder !== undefined && holder !== placed)
    problems.push(
      problem(context, placed, ['id'], {
        expected: `expected an id of its own, found "${pattern.id}" again (first in content/patterns/${holder.file}.yaml)`,
        remedy: 'rename one of the two',
      }),
    );
  if (pattern.symptoms.length > 0 && pattern.says === undefined)
    problems.push(
      problem(context, placed, ['symptoms'], {
        expected: 'expected says beside symptoms',
        remedy: 'add says: what the line says, as one sentence',
      }),
    );
  if (pattern.symptoms.length > 0 && pattern.examples.length < 2)
    problems.push(
      problem(context, placed, ['examples'], {
        expected: 'expected at least two examples for a pattern with symptoms',
        remedy: 'add another real sample, as another version or program writes it',
      }),
    );
  return problems;
}

/** Every pattern is safe to run, matches its examples through the whole analyzer, and none of its look-alikes. */
export const patterns: Rule = (context) => {
  const placed = [...context.knowledge.patterns].flatMap(([file, { patterns: list }]) =>
    list.map((pattern, index): Placed => ({ file, index, pattern })),
  );
  const first = new Map<string, Placed>();
  for (const one of placed) if (!first.has(one.pattern.id)) first.set(one.pattern.id, one);
  const formal = placed.flatMap((one) => formOf(context, one, first));
  if (formal.length > 0) return formal;
  const reader = compile(toPatternBook(context.knowledge));
  return placed.flatMap((one) => examplesOf(context, one, reader));
};
