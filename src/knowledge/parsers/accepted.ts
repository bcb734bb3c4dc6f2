import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Remembers which blocks a program has accepted, so that only new and changed ones are read again. */
export interface Accepted {
  readonly has: (...block: readonly string[]) => boolean;
  readonly add: (...block: readonly string[]) => void;
}

const hash = (...parts: readonly string[]): string => createHash('sha256').update(parts.join('\0')).digest('base64url');

/** Changes with what reads the blocks: another way to read them makes what was accepted worthless. */
function version(): string {
  const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  return hash(...names.sort().map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')));
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * What was accepted before, from a file; call `save` at the end. A file that is missing, broken or of another version counts as empty.
 * @param path the file; its folder is made when needed
 */
export function acceptedIn(path: string): Accepted & { readonly save: () => void } {
  const now = version();
  const [held, ...lines] = readLines(path);
  const before = new Set(held === now ? lines : []);
  const used = new Set<string>();
  return {
    has: (...block) => {
      const key = hash(...block);
      if (before.has(key)) used.add(key);
      return before.has(key);
    },
    add: (...block) => used.add(hash(...block)),
    save: () => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, [now, ...[...used].sort()].join('\n'));
    },
  };
}
