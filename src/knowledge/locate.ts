import { type Document, isMap, isNode, isPair, isSeq, LineCounter, parseDocument } from 'yaml';

/** A path into a YAML document: keys and indexes. */
export type Path = readonly (string | number)[];

/** A parsed YAML text that knows the line of each value. */
export interface Located {
  readonly data: unknown;
  /** YAML syntax errors, with the line of each. */
  readonly errors: readonly { line: number; message: string }[];
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

/**
 * Parses YAML and keeps positions.
 * @param source the YAML text
 * @param firstLine line of the file on which the text starts, from 1
 */
export function locate(source: string, firstLine = 1): Located {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const errors = document.errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line + firstLine - 1,
    message: error.message,
  }));
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const line = keyLine(document, path.slice(0, length), lines);
      if (line !== undefined) return line + firstLine - 1;
    }
    return firstLine;
  };
  return { data: errors.length > 0 ? undefined : (document.toJS() as unknown), errors, lineOf };
}
