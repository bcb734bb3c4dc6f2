import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { locate, type Located, type Path } from './locate.ts';
import type { Problem } from './problem.ts';
import { id } from './schemas/common.ts';
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

function fileProblem(file: string, line: number, expected: string, remedy: string): Problem {
  return { file, line, field: '', expected, remedy, severity: 'error' };
}

/** The first mistake of form only: the parser's later ones follow from it. */
function syntaxProblems(file: string, { errors }: Located): Problem[] {
  return errors
    .slice(0, 1)
    .map(({ line, message, remedy }) => fileProblem(file, line, `expected valid YAML: ${message}`, remedy));
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
    const expected = 'expected frontmatter between two lines of --- at the start of the file';
    return { entries: [], problems: [fileProblem(file, 1, expected, 'write ---, the fields, and --- again')] };
  }
  const located = locate(parts.yaml, 2);
  const problems = syntaxProblems(file, located);
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
  const problems = syntaxProblems(file, located);
  if (problems.length > 0) return { entries: [], problems };
  const id = basename(file).replace(/\.yaml$/, '');
  return { entries: [{ collection, id, file, data: located.data, lineOf: located.lineOf }], problems };
}

function readList(collection: CollectionName, { file, text }: SourceFile): RawContent {
  const located = locate(text);
  const problems = syntaxProblems(file, located);
  if (problems.length > 0) return { entries: [], problems };
  if (!Array.isArray(located.data)) {
    const expected = 'expected a list of entries; this is not a list';
    return { entries: [], problems: [fileProblem(file, 1, expected, 'start each entry with "- id: …"')] };
  }
  const entries = located.data.map((data: unknown, index): RawEntry => {
    const id = typeof data === 'object' && data !== null && 'id' in data ? String(data.id) : `#${String(index + 1)}`;
    return { collection, id, file, data, lineOf: (path) => located.lineOf([index, ...path]) };
  });
  return { entries, problems };
}

const READERS = { page: readPage, file: readFile, list: readList } as const;

/** Line of the first place where the bytes were not the text that YAML and MDX are read as. */
function encodingProblem({ file, text }: SourceFile): Problem | undefined {
  if (text.startsWith('\uFEFF'))
    return fileProblem(
      file,
      1,
      'expected UTF-8 without a byte order mark',
      'save the file as “UTF-8”, not “UTF-8 with BOM”',
    );
  const lost = text.indexOf('\uFFFD');
  if (lost < 0) return undefined;
  const line = text.slice(0, lost).split('\n').length;
  return fileProblem(
    file,
    line,
    'expected UTF-8, found other bytes',
    'save the file as UTF-8 and type the character again',
  );
}

/** What each file held when it was last read. Parsing is the slow part, and most files stay as they are. */
const parsed = new Map<string, { readonly text: string; readonly content: RawContent }>();

function parse(collection: CollectionName, source: SourceFile): RawContent {
  const held = parsed.get(source.file);
  if (held?.text === source.text) return held.content;
  const problem = encodingProblem(source);
  const content =
    problem === undefined
      ? READERS[COLLECTIONS[collection].shape](collection, source)
      : { entries: [], problems: [problem] };
  parsed.set(source.file, { text: source.text, content });
  return content;
}

function filesOf(root: string, path: string): string[] {
  const full = join(root, path);
  if (path.endsWith('.yaml')) return existsSync(full) ? [path] : [];
  if (!existsSync(full)) return [];
  return readdirSync(full)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => `${path}/${name}`);
}

/** A file that a reader of its collection would pass over, or whose name is no id. */
function nameProblem(collection: CollectionName, file: string): Problem | undefined {
  const end = COLLECTIONS[collection].shape === 'page' ? 'mdx' : 'yaml';
  const name = basename(file);
  const [, stem = ''] = /^(.*)\.[^.]+$/.exec(name) ?? [];
  if (name === `${stem}.${end}` && id.safeParse(stem).success) return undefined;
  return fileProblem(
    posix.join('content', file),
    1,
    `expected a name such as "some-words.${end}", found "${name}"`,
    'rename the file, or move it out of this folder',
  );
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
      const misnamed = nameProblem(name, file);
      if (misnamed !== undefined) {
        problems.push(misnamed);
        continue;
      }
      const text = override ?? readFileSync(join(root, file), 'utf8');
      const result = parse(name, { file: posix.join('content', file), text });
      entries.push(...result.entries);
      problems.push(...result.problems);
    }
  }
  return { entries, problems };
}
