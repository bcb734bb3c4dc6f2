import type { Path } from '../locate.ts';
import { rawKey } from '../read.ts';
import type { CollectionName } from '../schemas/index.ts';
import { at, type Context, type Rule } from './rule.ts';

/** Fields that hold ids of other collections: `*` stands for each item of a list. */
const REFERENCES: Readonly<
  Partial<Record<CollectionName, readonly (readonly [field: string, to: readonly CollectionName[]])[]>>
> = {
  errors: [
    ['sources.*', ['sources']],
    ['breaks.*.clock', ['cloudflare']],
    ['breaks.*.sources.*', ['sources']],
    ['time.sources.*', ['sources']],
    ['side.sources.*', ['sources']],
    ['reached.sources.*', ['sources']],
    ['repeat.sources.*', ['sources']],
    ['retry.sources.*', ['sources']],
    ['retry.after', ['cloudflare']],
    ['common.cause', ['causes']],
    ['firstCheck', ['checks']],
    ['siblings.*.code', ['errors']],
    ['scenarios.*.cause', ['causes']],
    ['faq.*.sources.*', ['sources']],
    ['history.*.sources.*', ['sources']],
  ],
  causes: [
    ['sources.*', ['sources']],
    ['evidence.*.symptom', ['symptoms']],
    ['lookalikes.*.cause', ['causes']],
    ['confirm.*', ['checks']],
    ['verifyChecks.*', ['checks']],
    ['lab.source', ['sources']],
    ['guides.*', ['guides']],
    ['fix.immediate.*.run.*.platform', ['platforms']],
    ['fix.short.*.run.*.platform', ['platforms']],
    ['fix.long.*.run.*.platform', ['platforms']],
  ],
  guides: [['sources.*', ['sources']]],
  checks: [
    ['sources.*', ['sources']],
    ['outcomes.*.symptom', ['symptoms']],
    ['commands.*.platform', ['platforms']],
  ],
  questions: [
    ['checks.*', ['checks']],
    ['answers.*.symptom', ['symptoms']],
    ['answers.*.next', ['questions', 'ends']],
    ['none', ['questions', 'ends']],
    ['unsure', ['questions', 'ends']],
  ],
  ends: [
    ['causes.*', ['causes']],
    ['decides.*.between.*', ['causes']],
    ['decides.*.check', ['checks']],
  ],
  clients: [['sources.*', ['sources']]],
  patterns: [
    ['patterns.*.symptoms.*', ['symptoms']],
    ['patterns.*.unless.*', ['symptoms']],
  ],
  disputes: [
    ['sources.*', ['sources']],
    ['errors.*', ['errors']],
    ['causes.*', ['causes']],
  ],
  glossary: [['sources.*', ['sources']]],
  paths: [['sources.*', ['sources']]],
  scenarios: [
    ['cause', ['causes']],
    ['symptoms.*', ['symptoms']],
    ['conflict', ['disputes']],
    ['fix.*.cause', ['causes']],
    ['fix.*.platform', ['platforms']],
  ],
  cloudflare: [
    ['sources.*', ['sources']],
    ['values.*.source', ['sources']],
  ],
};

/** All values at a field pattern, each with its path. */
function* valuesAt(
  data: unknown,
  pattern: readonly string[],
  path: Path = [],
): Generator<{ path: Path; value: string }> {
  const [head, ...rest] = pattern;
  if (head === undefined) {
    if (typeof data === 'string') yield { path, value: data };
  } else if (head === '*') {
    if (Array.isArray(data)) for (const [index, item] of data.entries()) yield* valuesAt(item, rest, [...path, index]);
  } else if (typeof data === 'object' && data !== null && head in data) {
    yield* valuesAt((data as Record<string, unknown>)[head], rest, [...path, head]);
  }
}

/** The known id that looks most like a mistyped one. */
export function nearest(wanted: string, known: Iterable<string>): string | undefined {
  const pairs = (word: string): Set<string> =>
    new Set(Array.from({ length: Math.max(word.length - 1, 0) }, (_, i) => word.slice(i, i + 2)));
  const target = pairs(wanted);
  let best: string | undefined;
  let bestScore = 0.5;
  for (const candidate of known) {
    const other = pairs(candidate);
    const shared = [...target].filter((pair) => other.has(pair)).length;
    const score = (2 * shared) / (target.size + other.size || 1);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

function dangling(
  context: Context,
  collection: CollectionName,
  id: string,
  path: Path,
  value: string,
  to: readonly CollectionName[],
) {
  const guess = nearest(
    value,
    to.flatMap((name) => [...context.knowledge[name].keys()]),
  );
  const where = to.map((name) => `content/${name}`).join(' or ');
  return at(
    context,
    { collection, id, path },
    {
      expected: `expected the id of an entry in ${where}, found "${value}", which does not exist`,
      remedy:
        guess === undefined
          ? `add that entry to ${where} or use an id that exists`
          : `did you mean "${guess}"? Otherwise add the entry to ${where}`,
    },
  );
}

/** Every id that one entry uses for another names an entry that exists. */
export const references: Rule = (context) => {
  const problems = [];
  for (const [collection, fields] of Object.entries(REFERENCES) as [
    CollectionName,
    (typeof REFERENCES)['errors'] & object,
  ][]) {
    for (const [id, entry] of context.knowledge[collection]) {
      for (const [field, to] of fields) {
        for (const { path, value } of valuesAt(entry, field.split('.'))) {
          if (!to.some((name) => context.raw.has(rawKey(name, value))))
            problems.push(dangling(context, collection, id, path, value, to));
        }
      }
    }
  }
  return problems;
};
