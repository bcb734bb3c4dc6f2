import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locate } from './locate.ts';
import type { Problem } from './problem.ts';
import type { RawEntry } from './read.ts';
import type { CollectionName } from './schemas/index.ts';
import { validate } from './validate.ts';

function entry(collection: CollectionName, lines: readonly string[]): RawEntry {
  const { data, lineOf } = locate(lines.join('\n'));
  return { collection, id: 'x', file: `content/${collection}/x.yaml`, data, lineOf };
}

function problemsOf(collection: CollectionName, lines: readonly string[]): readonly Problem[] {
  const result = validate(entry(collection, lines));
  return result.ok ? [] : result.problems;
}

const SYMPTOM = [
  'id: direct-ok',
  'statement: The page comes.',
  'label: the page comes',
  'kind: healthy',
  'vantage: outside',
  'clears: [tcp, tls]',
];
const CHECK = [
  'title: Does it listen?',
  'access: shell',
  'commands:',
  '  - where: origin',
  '    root: true',
  '    changes: nothing',
  '    run: ss -ltn',
  '    ran: { on: "2026-11-21", where: Debian 12 }',
  'outcomes:',
  '  - see: a line',
  '    means: It listens.',
  'sources: [error-522]',
];

/** The list with one line replaced. */
function replaced(lines: readonly string[], find: string, by: string): string[] {
  expect(lines).toContain(find);
  return lines.map((line) => (line === find ? by : line));
}

describe('validate', () => {
  it('takes valid entries and fills in defaults', () => {
    expect(validate(entry('symptoms', SYMPTOM))).toMatchObject({ ok: true, data: { id: 'direct-ok', blames: [] } });
    expect(validate(entry('checks', CHECK))).toMatchObject({ ok: true, data: { commands: [{ lang: 'sh' }] } });
  });

  it('takes the fields in any order', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(SYMPTOM, { minLength: SYMPTOM.length }),
        (lines) => problemsOf('symptoms', lines).length === 0,
      ),
    );
  });

  it('tells the exact line of an unknown field, wherever it stands', () => {
    const name = fc.stringMatching(/^zz[a-z]{1,8}$/);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(SYMPTOM, { minLength: SYMPTOM.length }),
        fc.nat(SYMPTOM.length),
        name,
        (lines, place, field) => {
          const [problem, ...more] = problemsOf('symptoms', lines.toSpliced(place, 0, `${field}: 1`));
          expect(more).toEqual([]);
          expect(problem).toMatchObject({ line: place + 1, field, severity: 'error' });
          expect(problem?.remedy).toContain('the fields are id, statement');
        },
      ),
    );
  });

  it('tells the exact line of a value of the wrong type, wherever it stands', () => {
    const fields = ['statement', 'label', 'kind', 'vantage', 'clears'];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(SYMPTOM, { minLength: SYMPTOM.length }),
        fc.constantFrom(...fields),
        (lines, field) => {
          const place = lines.findIndex((line) => line.startsWith(`${field}:`));
          const [problem, ...more] = problemsOf('symptoms', lines.with(place, `${field}: 7`));
          expect(more).toEqual([]);
          expect(problem).toMatchObject({ line: place + 1, field });
          expect(problem?.remedy).not.toBe('');
        },
      ),
    );
  });

  it.each(['id', 'statement', 'label', 'kind', 'vantage'])('asks for the missing field %s', (field) => {
    const [problem] = problemsOf(
      'symptoms',
      SYMPTOM.filter((line) => !line.startsWith(`${field}:`)),
    );
    expect(problem).toMatchObject({ line: 1, field });
    expect(problem?.remedy).toMatch(/add this field|use one of/);
  });

  it.each<[string, CollectionName, string[], Partial<Problem>, RegExp]>([
    [
      'lists the words of an enum',
      'symptoms',
      replaced(SYMPTOM, 'kind: healthy', 'kind: well'),
      { line: 4, field: 'kind' },
      /use one of fault, healthy, context/,
    ],
    [
      'points into a flow list',
      'symptoms',
      replaced(SYMPTOM, 'clears: [tcp, tls]', 'clears: [tcp, tsl]'),
      { line: 6, field: 'clears.1' },
      /tls/,
    ],
    [
      'names what a field holds',
      'checks',
      replaced(CHECK, 'title: Does it listen?', 'title: ""'),
      { line: 1, field: 'title' },
      /what is looked at/,
    ],
    [
      'lists the fields of a nested object',
      'checks',
      replaced(CHECK, '    root: true', '    rot: true'),
      { line: 5, field: 'commands.0.rot' },
      /the fields are platform, where, root/,
    ],
    [
      'tells an unquoted date',
      'checks',
      replaced(CHECK, '    ran: { on: "2026-11-21", where: Debian 12 }', '    ran: { on: 20261121, where: x }'),
      { line: 8, field: 'commands.0.ran.on' },
      /.+/,
    ],
    [
      'looks into the branch of a union that fits best',
      'checks',
      replaced(CHECK, '    ran: { on: "2026-11-21", where: Debian 12 }', '    ran: { on: "2026-11-21" }'),
      { line: 8, field: 'commands.0.ran.where' },
      /add this field/,
    ],
    [
      'looks into the last branch of a union where that fits best',
      'checks',
      replaced(CHECK, '    ran: { on: "2026-11-21", where: Debian 12 }', '    ran: { not: 5 }'),
      { line: 8, field: 'commands.0.ran.not' },
      /.+/,
    ],
    [
      'wants a source for every check',
      'checks',
      replaced(CHECK, 'sources: [error-522]', 'sources: []'),
      { line: 12, field: 'sources' },
      /.+/,
    ],
    [
      'refuses an id with capitals',
      'symptoms',
      replaced(SYMPTOM, 'id: direct-ok', 'id: Direct_OK'),
      { line: 1, field: 'id' },
      /.+/,
    ],
  ])('%s', (_name, collection, lines, wanted, remedy) => {
    const problems = problemsOf(collection, lines);
    expect(problems).toContainEqual(expect.objectContaining(wanted));
    const found = problems.find((problem) => problem.field === wanted.field);
    expect(found?.remedy).toMatch(remedy);
    expect(found?.expected).not.toBe('');
  });

  it('never throws, whatever the data', () => {
    const names = fc.constantFrom<CollectionName>(
      'errors',
      'causes',
      'guides',
      'symptoms',
      'checks',
      'questions',
      'ends',
      'platforms',
      'clients',
      'sources',
      'disputes',
      'cloudflare',
    );
    fc.assert(
      fc.property(names, fc.anything(), (collection, data) => {
        const result = validate({ collection, id: 'x', file: 'f', data, lineOf: () => 1 });
        if (!result.ok) for (const problem of result.problems) expect(problem.expected && problem.remedy).not.toBe('');
      }),
    );
  });
});
