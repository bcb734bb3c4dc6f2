import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Rule } from './checks/rule.ts';
import { loadKnowledge } from './load.ts';
import { HONESTY } from './mutations/claims.ts';
import { DANGER } from './mutations/danger.ts';
import { type Case, CAUSE, DIRECT, FIGURES, FIRST } from './mutations/edit.ts';
import { REFERENCES, SCHEMA } from './mutations/form.ts';
import { GLOSSARY } from './mutations/glossary.ts';
import { HARMLESS } from './mutations/harmless.ts';
import { PAGES } from './mutations/pages.ts';
import { PATTERN_CASES } from './mutations/patterns.ts';
import { PROSE, TYPED } from './mutations/prose.ts';
import { GRAPH } from './mutations/troubleshooter.ts';
import { formatProblem, type Problem } from './problem.ts';

/** Walking every path of the troubleshooter is slow: it is done for the whole content, and for the cases that break a path. */
const walking = vi.hoisted(() => ({ on: true }));
vi.mock('./checks/ends.ts', async (original) => {
  const { ends } = await original<{ ends: Rule }>();
  return { ends: ((context) => (walking.on ? ends(context) : [])) satisfies Rule };
});

const ROOT = fileURLToPath(new URL('../../content', import.meta.url));
const TODAY = '2026-11-21';

/** Walking every path takes seconds, and more on a busy machine. In milliseconds. */
const SLOW = 60_000;

const key = ({ file, field, expected }: Problem): string => `${file} ${field} ${expected}`;

function problemsWith({ file, from, mutate, walks }: Pick<Case, 'file' | 'from' | 'mutate' | 'walks'>): {
  text: string;
  problems: readonly Problem[];
  built: boolean;
} {
  const before = readFileSync(`${ROOT}/${from ?? file}`, 'utf8');
  const text = mutate(before);
  if (from === undefined) expect(text, 'the mutation changed nothing').not.toBe(before);
  walking.on = walks === true;
  const { problems, knowledge } = loadKnowledge(ROOT, TODAY, new Map([[file, text]]));
  return { text, problems, built: knowledge !== undefined };
}

describe('the content as it is', () => {
  it(
    'has no error',
    () => {
      walking.on = true;
      const { problems, knowledge } = loadKnowledge(ROOT, TODAY);
      expect(problems.filter((problem) => problem.severity === 'error').map(formatProblem)).toEqual([]);
      expect(knowledge).toBeDefined();
    },
    SLOW,
  );
});

describe('broken content is refused', () => {
  let known: ReadonlySet<string>;
  beforeAll(() => {
    walking.on = false;
    known = new Set(loadKnowledge(ROOT, TODAY).problems.map(key));
  });

  describe.each([
    ['by its schema', SCHEMA],
    ['for a reference to nowhere', REFERENCES],
    ['for its prose', PROSE],
    ['for its glossary', GLOSSARY],
    ['for figures typed in prose', TYPED],
    ['for the troubleshooter’s graph', GRAPH],
    ['for its evidence and sources', HONESTY],
    ['for its pages', PAGES],
    ['for dangerous commands', DANGER],
    ['for the analyzer’s patterns', PATTERN_CASES],
  ])('%s', (_group, cases) => {
    it.each(cases)('$name', (broken) => {
      const { line, field, text: words, severity = 'error' } = broken.expect;
      const { text, problems, built } = problemsWith(broken);
      const wanted = { file: `content/${broken.file}`, line: typeof line === 'number' ? line : line(text), severity };
      const fresh = problems.filter((problem) => !known.has(key(problem)));
      const found = fresh.find(
        (problem) =>
          problem.file === wanted.file &&
          problem.line === wanted.line &&
          problem.severity === severity &&
          (field === undefined || problem.field === field) &&
          words.test(problem.expected),
      );
      expect(
        found,
        `wanted ${JSON.stringify({ ...wanted, field })} ${String(words)}, found\n${fresh.map(formatProblem).join('\n')}`,
      ).toBeDefined();
      expect(found?.remedy.length).toBeGreaterThan(8);
      expect(found === undefined ? '' : formatProblem(found)).toContain(
        `${severity}: ${wanted.file}:${String(wanted.line)}`,
      );
      if (severity === 'error') expect(built).toBe(false);
    });
  });

  it('breaks it in at least 40 ways', () => {
    const cases = [SCHEMA, REFERENCES, PROSE, TYPED, GRAPH, HONESTY, PAGES, DANGER].flat();
    expect(cases.length).toBeGreaterThan(40);
  });

  it.each(HARMLESS)('but not $name', (harmless) => {
    // A changed fix rightly withdraws the results that rest on it.
    const fresh = problemsWith(harmless).problems.filter(
      (problem) => !known.has(key(problem)) && !problem.file.startsWith('lab/'),
    );
    expect(fresh.map(formatProblem)).toEqual([]);
  });
});

describe('a file that is gone', () => {
  it('without the addresses, nothing is built', () => {
    const { knowledge, problems } = loadKnowledge(ROOT, TODAY, new Map([[FIGURES, null]]));
    expect(knowledge).toBeUndefined();
    expect(problems.map(formatProblem).join('\n')).toMatch(/content\/cloudflare\.yaml:1 id: .*"addresses"/);
  });

  it('without the first question, the check asks for it', () => {
    walking.on = false;
    const { problems } = loadKnowledge(ROOT, TODAY, new Map([[FIRST, null]]));
    expect(problems).toContainEqual(expect.objectContaining({ file: `content/${FIRST}`, line: 1, severity: 'error' }));
  });

  it('refused for its form, it is told alone: what others say of it would lead astray', () => {
    const bad = new Map([[CAUSE, readFileSync(`${ROOT}/${CAUSE}`, 'utf8').replace(/^area: .*/m, 'area: nowhere')]]);
    expect(loadKnowledge(ROOT, TODAY, bad).problems.map(({ file }) => file)).toEqual([`content/${CAUSE}`]);
  });

  it('without a symptom file, each use of its symptoms is told', () => {
    walking.on = false;
    const { problems } = loadKnowledge(ROOT, TODAY, new Map([[DIRECT, null]]));
    expect(problems.filter((problem) => problem.expected.includes('"direct-ok"')).length).toBeGreaterThan(2);
  });
});
