import { join } from 'node:path';
import { readLab } from './lab-files.ts';
import { assemble, type EntryTypes, type Knowledge } from './model.ts';
import type { Problem } from './problem.ts';
import { type RawEntry, rawKey, readContent } from './read.ts';
import { rules } from './checks/index.ts';
import { COLLECTIONS, type CollectionName } from './schemas/index.ts';
import { validate } from './validate.ts';

export interface Loaded {
  /** Undefined when the content has an error: nothing may be built from it then. */
  readonly knowledge: Knowledge | undefined;
  readonly raw: ReadonlyMap<string, RawEntry>;
  readonly problems: readonly Problem[];
}

function repeated(entry: RawEntry, first: RawEntry): Problem {
  return {
    file: entry.file,
    line: entry.lineOf(['id']),
    field: 'id',
    expected: `expected an id of its own, found "${entry.id}" again (first in ${first.file}:${String(first.lineOf(['id']))})`,
    remedy: 'rename one of the two',
    severity: 'error',
  };
}

/** What no page can do without. */
function lacking(cloudflare: ReadonlyMap<string, unknown>): Problem[] {
  return ['addresses', 'ports', 'ciphers']
    .filter((id) => !cloudflare.has(id))
    .map((id) => ({
      file: 'content/cloudflare.yaml',
      line: 1,
      field: 'id',
      expected: `expected the entry "${id}", found none that can be read`,
      remedy: 'put it back, or mend the mistake of that file',
      severity: 'error',
    }));
}

/**
 * Reads, validates and cross-checks the content.
 * @param root the content folder
 * @param today the day the check runs, as 2026-11-20, for warnings about old sources
 * @param overrides texts that stand in for files; used by tests
 */
export function loadKnowledge(root: string, today: string, overrides?: ReadonlyMap<string, string | null>): Loaded {
  const content = readContent(root, overrides);
  const problems: Problem[] = [...content.problems];
  const raw = new Map<string, RawEntry>();
  const tables = Object.fromEntries(
    Object.keys(COLLECTIONS).map((name) => [name, new Map<string, unknown>()]),
  ) as unknown as {
    [Name in CollectionName]: Map<string, EntryTypes[Name]>;
  };
  for (const entry of content.entries) {
    const key = rawKey(entry.collection, entry.id);
    const first = raw.get(key);
    if (first !== undefined) {
      problems.push(repeated(entry, first));
      continue;
    }
    raw.set(key, entry);
    const result = validate(entry);
    if (result.ok) (tables[entry.collection] as Map<string, unknown>).set(entry.id, result.data);
    else problems.push(...result.problems);
  }
  problems.push(...lacking(tables.cloudflare));
  // An entry that was refused is missing for all that refer to it: what the rules then say leads astray.
  if (problems.length > 0) return { knowledge: undefined, raw, problems };
  const knowledge = assemble(tables, readLab(join(root, '../lab')));
  for (const rule of rules) problems.push(...rule({ knowledge, raw, today }));
  const broken = problems.some((problem) => problem.severity === 'error');
  return { knowledge: broken ? undefined : knowledge, raw, problems };
}
