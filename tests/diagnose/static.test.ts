import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { withData } from '../../src/domain/diagnose/data.ts';
import { diagnoseData } from '../../src/knowledge/diagnose.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { SCRIPT } from './world.ts';

const text = readFileSync(SCRIPT, 'utf8');
const { knowledge } = loadKnowledge(fileURLToPath(new URL('../../content', import.meta.url)), '2026-11-21');
if (knowledge === undefined) throw new Error('the content has mistakes');

/** The value of a variable that the script sets in single quotes. */
const table = (name: string): string => new RegExp(`^${name}='([^']*)'`, 'm').exec(text)?.[1] ?? '';
const ORDER = table('ORDER').trim().split(/\s+/);
const have = (tool: string): boolean => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;

describe('the file', () => {
  it('holds the ranges, ciphers, ports and figures of the content', () => {
    expect(withData(text, diagnoseData(knowledge)) === text, 'run: npm run diagnose:data').toBe(true);
  });

  it('names only symptoms that the content has', () => {
    expect(ORDER.filter((id) => !knowledge.symptoms.has(id))).toEqual([]);
    expect(new Set(ORDER).size).toBe(ORDER.length);
  });

  it('ranks every symptom that it can name', () => {
    const patterns = table('PATTERNS')
      .split('\n')
      .map((line) => line.split(' => ')[1]);
    const literal = [...text.matchAll(/\bsym\(?[ "]+([a-z0-9-]{4,})(?=[" ])/g)].map(([, id]) => id);
    const named = [...new Set([...patterns, ...literal])];
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((id) => id === undefined || !(ORDER.includes(id) || id.startsWith('code-')))).toEqual([]);
  });

  it('puts faults before what is fine', () => {
    const kinds = ORDER.map((id) => knowledge.symptoms.get(id)?.kind === 'healthy');
    expect(kinds.indexOf(true)).toBe(kinds.lastIndexOf(false) + 1);
  });

  it.skipIf(!have('shellcheck'))('passes ShellCheck', () => {
    expect(execFileSync('shellcheck', ['--shell=sh', SCRIPT], { encoding: 'utf8' })).toBe('');
  });

  it.each(['dash', 'bash', 'busybox sh'].filter((shell) => have(shell.split(' ')[0] ?? '')))(
    'parses and helps under %s',
    (shell) => {
      const [program = '', ...args] = shell.split(' ');
      expect(execFileSync(program, [...args, '-n', SCRIPT], { encoding: 'utf8' })).toBe('');
      expect(execFileSync(program, [...args, SCRIPT, '--help'], { encoding: 'utf8' })).toMatch(
        /^Usage: sh diagnose\.sh/,
      );
    },
  );

  it.each([
    ['--host'],
    ['--host', 'a b'],
    ['--host', '-x'],
    ['--port', '99x'],
    ['--port', '0'],
    ['--port', '65536'],
    ['--path', 'x'],
    ['--address', '$(id)'],
    ['--external'],
    ['--what'],
  ])('refuses %s %s', (...args) => {
    const { status, stderr, stdout } = spawnSync('sh', [SCRIPT, ...args], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^diagnose\.sh: .*See --help\.\n$/);
  });
});
