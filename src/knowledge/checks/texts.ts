import type { Path } from '../locate.ts';
import type { Problem } from '../problem.ts';
import type { RawEntry } from '../read.ts';
import { withoutCode } from './inline.ts';
import type { Context } from './rule.ts';

/** Fields that hold names, addresses and code, and no prose. */
const MACHINE: ReadonlySet<string | number> = new Set([
  ...['id', 'run', 'sample', 'code', 'phrases', 'lang', 'file', 'url', 'where', 'not', 'etag', 'platform'],
  ...['match', 'needs', 'examples'],
]);

/** Scripts and patterns fill the rest of a scenario. */
const isScript = ({ collection }: RawEntry, path: Path): boolean => collection === 'scenarios' && path[0] !== 'title';

/** A piece of prose: a field of an entry, or the whole body of an MDX file. */
export interface Prose {
  readonly entry: RawEntry;
  /** Path of the field; undefined for a body. */
  readonly path: Path | undefined;
  /** The text with its code blanked, so that offsets hold. */
  readonly text: string;
}

/** Every string in a piece of data, with its path. */
export function* stringsIn(data: unknown, path: Path = []): Generator<{ path: Path; value: string }> {
  if (typeof data === 'string') yield { path, value: data };
  else if (Array.isArray(data)) for (const [index, item] of data.entries()) yield* stringsIn(item, [...path, index]);
  else if (typeof data === 'object' && data !== null) {
    for (const [key, item] of Object.entries(data)) yield* stringsIn(item, [...path, key]);
  }
}

/** All prose of the content: text fields in order, then the body. */
export function* allProse(context: Context): Generator<Prose> {
  for (const entry of context.raw.values()) {
    for (const { path, value } of stringsIn(entry.data)) {
      if (!path.some((key) => MACHINE.has(key)) && !isScript(entry, path))
        yield { entry, path, text: withoutCode(value) };
    }
    if (entry.body !== undefined) yield { entry, path: undefined, text: withoutCode(entry.body) };
  }
}

type Told = Pick<Problem, 'expected' | 'remedy'>;

/** Builds a problem at an offset of a body: the exact line of the file. */
export function inBody(entry: RawEntry, offset: number, told: Told): Problem {
  const line = (entry.bodyLine ?? 1) + (entry.body ?? '').slice(0, offset).split('\n').length - 1;
  return { file: entry.file, line, field: 'body', ...told, severity: 'error' };
}

/** Builds a problem at an offset of a piece of prose. */
export function inProse({ entry, path }: Prose, offset: number, told: Told): Problem {
  if (path === undefined) return inBody(entry, offset, told);
  return { file: entry.file, line: entry.lineOf(path), field: path.join('.'), ...told, severity: 'error' };
}
