import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitUndo } from './undo.ts';

describe('how to undo a command', () => {
  it.each([
    ['a line at the end', 'a\nb\n# undo: the same with -D', 'a\nb', 'the same with -D'],
    ['two lines', 'a\n# undo: x, then y\n# and after that z', 'a', 'x, then y and after that z'],
    ['with a comma', 'a\n# undo, once for each: x', 'a', 'once for each: x'],
    ['in the middle it stays', 'a\n# undo: x\nb', 'a\n# undo: x\nb', undefined],
    ['alone it stays', '# undo: x', '# undo: x', undefined],
    ['none', 'kubectl rollout undo', 'kubectl rollout undo', undefined],
  ])('%s', (_name, source, run, undo) => {
    expect(splitUndo(source)).toEqual({ run, undo });
  });

  it('changes no command', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('# undo: x', '# y', 'ls', ''));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const source = lines.join('\n');
        const { run, undo } = splitUndo(source);
        expect(source.startsWith(run)).toBe(true);
        if (undo === undefined) expect(run).toBe(source);
        else for (const left of source.slice(run.length).split('\n')) expect(left).toMatch(/^\s*(#.*)?$/);
      }),
    );
  });
});
