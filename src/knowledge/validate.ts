import { z } from 'zod';
import type { Problem } from './problem.ts';
import type { RawEntry } from './read.ts';
import { COLLECTIONS } from './schemas/index.ts';

type Anything = z.core.$ZodType;

/** Looks through optional, default and the like at what they wrap. */
function unwrap(schema: Anything): Anything {
  let current = schema;
  while ('innerType' in current._zod.def) current = (current._zod.def as unknown as { innerType: Anything }).innerType;
  return current;
}

function child(schema: Anything, key: PropertyKey): Anything | undefined {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return (inner.shape as Record<PropertyKey, Anything>)[key];
  if (inner instanceof z.ZodArray) return inner.element;
  if (inner instanceof z.ZodUnion) {
    for (const option of inner.options) {
      const found = child(option, key);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The schema's own words on a field: what it holds. */
function describe(schema: Anything, path: readonly PropertyKey[]): string | undefined {
  let current: Anything | undefined = schema;
  for (const key of path) {
    if (current === undefined) return undefined;
    current = child(current, key);
  }
  return current === undefined ? undefined : z.globalRegistry.get(current)?.description;
}

function knownFields(schema: Anything, path: readonly PropertyKey[]): string {
  let current: Anything | undefined = schema;
  for (const key of path) current = current && child(current, key);
  const inner = current && unwrap(current);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape).join(', ') : '';
}

function remedyFor(schema: Anything, issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const fields = knownFields(schema, issue.path);
    return `remove ${issue.keys.map((key) => `"${key}"`).join(', ')} or correct the spelling${fields === '' ? '' : `; the fields are ${fields}`}`;
  }
  if (issue.code === 'invalid_value') return `use one of ${issue.values.map(String).join(', ')}`;
  const meaning = describe(schema, issue.path);
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  const verb = missing ? 'add this field' : 'change this value';
  return meaning === undefined ? verb : `${verb}: ${meaning}`;
}

/** Unions report every branch; the branch that got furthest tells the author most. */
function flatten(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const depth = (list: z.core.$ZodIssue[]): number => Math.max(...list.map((inner) => inner.path.length), 0);
  const best = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
  return best.length === 0
    ? [issue]
    : best.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
}

export type Validated =
  { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly problems: Problem[] };

/** Holds one entry against its collection's schema. */
export function validate(entry: RawEntry): Validated {
  const { schema } = COLLECTIONS[entry.collection];
  const result = schema.safeParse(entry.data, { reportInput: true });
  if (result.success) return { ok: true, data: result.data };
  const problems = result.error.issues.flatMap(flatten).map((issue): Problem => {
    const path = issue.path.filter((key) => typeof key !== 'symbol');
    const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    return {
      file: entry.file,
      line: entry.lineOf([...path, ...extra]),
      field: [...path, ...extra].join('.'),
      expected: issue.message,
      remedy: remedyFor(schema, issue),
      severity: 'error',
    };
  });
  return { ok: false, problems };
}
