import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { locate, type Path } from './locate.ts';
import type { Problem } from './problem.ts';
import { COLLECTIONS, type CollectionName } from './schemas/index.ts';

/** An entry as it stands on disk, before any schema has looked at it. */
export interface RawEntry {
  readonly collection: CollectionName;
  readonly id: string;
  readonly file: string;
  readonly data: unknown;
  /** Line of a field of this entry. */
  readonly lineOf: (path: Path) => number;
  /** Text below the frontmatter, for MDX files. */
  readonly body?: string;
  /** Line on which the body starts. */
  readonly bodyLine?: number;
}

export interface RawContent {
  readonly entries: readonly RawEntry[];
  readonly problems: readonly Problem[];
}

/** Key of an entry in a table of raw entries. */
export function rawKey(collection: CollectionName, id: string): string {
  return `${collection}/${id}`;
}

interface SourceFile {
  readonly file: string;
  readonly text: string;
}

function syntaxProblem(file: string, line: number, message: string): Problem {
  return {
    file,
    line,
    field: '',
    expected: `expected valid YAML: ${message}`,
    remedy: 'correct the indentation or quote the value on this line',
    severity: 'error',
  };
}

/** Splits an MDX file into its frontmatter and its body. */
export function splitFrontmatter(text: string): { yaml: string; body: string; bodyLine: number } | undefined {
  const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (match === null) return undefined;
  const yaml = match[1] ?? '';
  return { yaml, body: text.slice(match[0].length), bodyLine: match[0].split('\n').length };
}

function readPage(collection: CollectionName, { file, text }: SourceFile): RawContent {
  const parts = splitFrontmatter(text);
  if (parts === undefined) {
    const problem = syntaxProblem(file, 1, 'the file does not start with frontmatter between two lines of ---');
    return { entries: [], problems: [{ ...problem, remedy: 'start the file with ---, the fields, and --- again' }] };
  }
  const located = locate(parts.yaml, 2);
  const problems = located.errors.map((error) => syntaxProblem(file, error.line, error.message));
  if (problems.length > 0) return { entries: [], problems };
  const id = basename(file).replace(/\.mdx$/, '');
  const entry = {
    collection,
    id,
    file,
    data: located.data,
    lineOf: located.lineOf,
    body: parts.body,
    bodyLine: parts.bodyLine,
  };
  return { entries: [entry], problems };
}

function readFile(collection: CollectionName, { file, text }: SourceFile): RawContent {
  const located = locate(text);
  const problems = located.errors.map((error) => syntaxProblem(file, error.line, error.message));
  if (problems.length > 0) return { entries: [], problems };
  const id = basename(file).replace(/\.yaml$/, '');
  return { entries: [{ collection, id, file, data: located.data, lineOf: located.lineOf }], problems };
}

function readList(collection: CollectionName, { file, text }: SourceFile): RawContent {
  const located = locate(text);
  const problems = located.errors.map((error) => syntaxProblem(file, error.line, error.message));
  if (problems.length > 0) return { entries: [], problems };
  if (!Array.isArray(located.data)) {
    const problem = syntaxProblem(file, 1, 'the file is not a list');
    return { entries: [], problems: [{ ...problem, remedy: 'start each entry with "- id: …"' }] };
  }
  const entries = located.data.map((data: unknown, index): RawEntry => {
    const id = typeof data === 'object' && data !== null && 'id' in data ? String(data.id) : `#${String(index + 1)}`;
    return { collection, id, file, data, lineOf: (path) => located.lineOf([index, ...path]) };
  });
  return { entries, problems };
}

const READERS = { page: readPage, file: readFile, list: readList } as const;

/** What each file held when it was last read. Parsing is the slow part, and most files stay as they are. */
const parsed = new Map<string, { readonly text: string; readonly content: RawContent }>();

function parse(collection: CollectionName, source: SourceFile): RawContent {
  const held = parsed.get(source.file);
  if (held?.text === source.text) return held.content;
  const content = READERS[COLLECTIONS[collection].shape](collection, source);
  parsed.set(source.file, { text: source.text, content });
  return content;
}

function filesOf(root: string, path: string): string[] {
  const full = join(root, path);
  if (path.endsWith('.yaml')) return existsSync(full) ? [path] : [];
  if (!existsSync(full)) return [];
  return readdirSync(full)
    .filter((name) => /\.(mdx|yaml)$/.test(name))
    .sort()
    .map((name) => `${path}/${name}`);
}

/**
 * Reads every collection below a content folder.
 * @param root the content folder
 * @param overrides texts that stand in for files, by path below the folder; used by tests
 */
export function readContent(root: string, overrides: ReadonlyMap<string, string | null> = new Map()): RawContent {
  const entries: RawEntry[] = [];
  const problems: Problem[] = [];
  for (const [name, { path }] of Object.entries(COLLECTIONS) as [
    CollectionName,
    (typeof COLLECTIONS)[CollectionName],
  ][]) {
    const extra = [...overrides.keys()].filter((key) => key.startsWith(`${path}/`) || key === path);
    for (const file of [...new Set([...filesOf(root, path), ...extra])].sort()) {
      const override = overrides.get(file);
      if (override === null) continue;
      const text = override ?? readFileSync(join(root, file), 'utf8');
      const result = parse(name, { file: posix.join('content', file), text });
      entries.push(...result.entries);
      problems.push(...result.problems);
    }
  }
  return { entries, problems };
}
