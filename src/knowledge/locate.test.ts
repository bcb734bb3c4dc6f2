import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locate, type Path } from './locate.ts';
import { splitFrontmatter } from './read.ts';

type Data = string | number | boolean | Data[] | { [key: string]: Data };

/** Writes data as block YAML and notes the line of each path: an oracle that knows nothing of the parser. */
function emit(data: Data): { lines: string[]; places: { path: Path; line: number }[] } {
  const places: { path: Path; line: number }[] = [];
  const block = (value: Data, indent: string, path: Path, first: number): string[] => {
    const lines: string[] = [];
    const items: [string | number, Data][] = Array.isArray(value)
      ? [...value.entries()]
      : Object.entries(value as object);
    for (const [key, item] of items) {
      if (path.length === 0 && key !== 0) lines.push('', `${indent}# a remark`);
      const here = [...path, key];
      const line = first + lines.length;
      places.push({ path: here, line });
      const scalar = typeof item !== 'object' || Object.keys(item).length === 0;
      const inner = `${indent}  `;
      if (scalar) lines.push(`${indent}${typeof key === 'number' ? '-' : `${key}:`} ${JSON.stringify(item)}`);
      else if (typeof key === 'number')
        lines.push(
          ...block(item, inner, here, line).map((text, index) =>
            index === 0 ? `${indent}- ${text.slice(inner.length)}` : text,
          ),
        );
      else lines.push(`${indent}${key}:`, ...block(item, inner, here, line + 1));
    }
    return lines;
  };
  return { lines: block(data, '', [], 1), places };
}

const key = fc
  .stringMatching(/^[a-z]{1,4}$/)
  .filter((word) => !['true', 'false', 'null', 'y', 'n', 'yes', 'no', 'on', 'off'].includes(word));
const { tree } = fc.letrec<{ tree: Data; map: Record<string, Data> }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.array(tie('tree'), { maxLength: 3 }),
    tie('map'),
  ),
  map: fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
}));
const document = fc.oneof(
  fc.dictionary(key, tree, { minKeys: 1, maxKeys: 5, noNullPrototype: true }),
  fc.array(tree, { minLength: 1, maxLength: 5 }),
);

describe('locate', () => {
  it('reads the data and knows the line of every path', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 1, max: 50 }), (data: Data, firstLine) => {
        const { lines, places } = emit(data);
        const located = locate(lines.join('\n'), firstLine);
        expect(located.errors).toEqual([]);
        expect(located.data).toEqual(data);
        for (const { path, line } of places) expect([path, located.lineOf(path)]).toEqual([path, line + firstLine - 1]);
      }),
    );
  });

  it('gives the nearest parent for a path that is not there', () => {
    fc.assert(
      fc.property(
        document,
        fc.array(fc.oneof(fc.constant('missing-key'), fc.integer({ min: 90, max: 99 })), {
          minLength: 1,
          maxLength: 3,
        }),
        (data: Data, beyond) => {
          const { lines, places } = emit(data);
          const located = locate(lines.join('\n'));
          for (const { path, line } of places) expect(located.lineOf([...path, ...beyond])).toBe(line);
          expect(located.lineOf(['missing-key'])).toBe(1);
        },
      ),
    );
  });

  it('reads flow style and folded text', () => {
    const source = ['a: >-', '  one', '  two', 'list: [x, y]', 'fact: {', '  text: t,', '  n: 1 }'].join('\n');
    const { lineOf, data } = locate(source, 2);
    expect(data).toEqual({ a: 'one two', list: ['x', 'y'], fact: { text: 't', n: 1 } });
    expect([lineOf(['a']), lineOf(['list', 1]), lineOf(['fact', 'text']), lineOf(['fact', 'n']), lineOf([])]).toEqual([
      2, 5, 7, 8, 2,
    ]);
  });

  it.each([
    ['a: 1\nb: [1, 2\nc: 3', 3],
    ['a: 1\nb: "open\n', 2],
    ['a: 1\nb: 2\na: 3', 3],
    ['a: 1\n\tb: 2', 2],
  ])('tells the line of a syntax error in %j', (source, line) => {
    const located = locate(source);
    expect(located.data).toBeUndefined();
    expect(located.errors[0]?.message).not.toBe('');
    expect(Math.abs((located.errors[0]?.line ?? 0) - line)).toBeLessThanOrEqual(1);
    expect(locate(source, 11).errors[0]?.line).toBe((located.errors[0]?.line ?? 0) + 10);
  });

  it('tells the exact line of a repeated key', () => {
    expect(locate('a: 1\nb: 2\na: 3').errors[0]?.line).toBe(3);
  });
});

describe('splitFrontmatter', () => {
  it('parts fields and body, and knows the line of each body line', () => {
    const line = fc.stringMatching(/^[a-z: ]{0,12}$/);
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1 }),
        fc.array(line, { minLength: 1 }),
        fc.constantFrom('\n', '\r\n'),
        (fields, body, end) => {
          const file = ['---', ...fields, '---', ...body];
          const parts = splitFrontmatter(file.join(end));
          expect(parts?.yaml.split(end)).toEqual(fields);
          const bodyLines = parts?.body.split(end) ?? [];
          for (const [index, text] of bodyLines.entries())
            expect(text).toBe(file[(parts?.bodyLine ?? 0) - 1 + index] ?? '');
        },
      ),
    );
  });

  it('refuses a file without frontmatter', () => {
    expect(splitFrontmatter('title: x')).toBeUndefined();
    expect(splitFrontmatter('\n---\ntitle: x\n---\n')).toBeUndefined();
    expect(splitFrontmatter('---\ntitle: x\n')).toBeUndefined();
  });
});
