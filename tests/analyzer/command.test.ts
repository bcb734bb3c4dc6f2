import { spawnSync } from 'node:child_process';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/domain/analyzer/analyze.ts';
import { ruledOut } from '../../src/domain/analyzer/start.ts';
import { apiFiles } from '../../src/knowledge/api.ts';
import { artefacts, CORPUS } from './corpus.ts';
import { graph, knowledge, reader } from './reader.ts';

const SCRIPT = fileURLToPath(new URL('../../src/knowledge/analyze.ts', import.meta.url));
const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [SCRIPT, ...args], { input, encoding: 'utf8' });

describe('npm run analyze', () => {
  it('prints what was recognised, with status 0', () => {
    const { stdout, status } = run([], 'error code: 522');
    expect(JSON.parse(stdout)).toMatchObject({ recognised: true, code: '522', edge: 'made' });
    expect(status).toBe(0);
  });

  it('prints that nothing was, with status 1', () => {
    const { stdout, status } = run(['-'], 'hello');
    expect(JSON.parse(stdout)).toMatchObject({ recognised: false, code: null, errors: [] });
    expect(status).toBe(1);
  });

  it.each([
    ['a file that is not there', ['/nowhere/x.log'], /cannot read .*name a text file/],
    ['a folder', ['/tmp'], /cannot read .*name a text file/],
    ['two files', ['a', 'b'], /expected one file.*join them/],
    ['an unknown option', ['--json'], /There are no options/],
  ])('refuses %s with a remedy and status 2', (_name, args, message) => {
    const { stdout, stderr, status } = run(args);
    expect(stderr).toMatch(message);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

describe('the published schema', () => {
  const files = new Map(apiFiles(knowledge, (path) => path).map(({ path, body }) => [path, body]));
  const valid = new Ajv2020({ strict: false, allErrors: true }).compile(files.get('schemas/analysis') as object);

  it.each(CORPUS.flatMap(artefacts).map(({ name, text }) => [name, text] as const))('holds for %s', (_name, text) => {
    const result = analyze(text, reader);
    expect(valid({ ...result, rulesOut: ruledOut(result, graph) }), JSON.stringify(valid.errors)).toBe(true);
  });

  it('refuses what is no result', () => {
    expect(valid({ code: '522' })).toBe(false);
  });
});
