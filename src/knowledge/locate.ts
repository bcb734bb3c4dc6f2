import { type Document, type ErrorCode, isMap, isNode, isPair, isSeq, LineCounter, parseDocument } from 'yaml';

/** A path into a YAML document: keys and indexes. */
export type Path = readonly (string | number)[];

/** A parsed YAML text that knows the line of each value. */
export interface Located {
  readonly data: unknown;
  /** YAML syntax errors, with the line of each and how to mend it. */
  readonly errors: readonly { line: number; message: string; remedy: string }[];
  /** Line (from 1) of the value at a path, or of its nearest existing parent. */
  readonly lineOf: (path: Path) => number;
}

function keyLine(document: Document, path: Path, lines: LineCounter): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && isNode(item.key) && item.key.toJSON() === last);
    if (pair !== undefined && isNode(pair.key) && pair.key.range) return lines.linePos(pair.key.range[0]).line;
  }
  if (isSeq(parent) && typeof last === 'number') {
    const item = parent.items[last];
    if (isNode(item) && item.range) return lines.linePos(item.range[0]).line;
  }
  return undefined;
}

const REMEDIES: Readonly<Partial<Record<ErrorCode, string>>> = {
  DUPLICATE_KEY: 'remove one of the two',
  TAB_AS_INDENT: 'indent with spaces',
  MULTIPLE_DOCS: 'remove the line of --- in the middle of the file',
};

function keyAt(source: string, offset: number): string {
  return /^[^:\s]*/.exec(source.slice(offset))?.[0] ?? '';
}

/** The document as data. Aliases can grow without bound, and the parser then refuses them. */
function plain(document: Document): { data?: unknown; error?: string } {
  try {
    return { data: document.toJS() as unknown };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Parses YAML and keeps positions.
 * @param source the YAML text
 * @param firstLine line of the file on which the text starts, from 1
 */
export function locate(source: string, firstLine = 1): Located {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const errors = document.errors.map(({ code, pos, message }) => ({
    line: lines.linePos(pos[0]).line + firstLine - 1,
    message: code === 'DUPLICATE_KEY' ? `${message}, found "${keyAt(source, pos[0])}" again` : message,
    remedy: REMEDIES[code] ?? 'correct the indentation or quote the value on this line',
  }));
  const { data, error } = errors.length > 0 ? {} : plain(document);
  if (error !== undefined)
    errors.push({ line: firstLine, message: error, remedy: 'write the values out, without & and *' });
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const line = keyLine(document, path.slice(0, length), lines);
      if (line !== undefined) return line + firstLine - 1;
    }
    return firstLine;
  };
  return { data, errors, lineOf };
}
