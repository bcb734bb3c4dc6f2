import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { expandRanges } from '../../src/domain/text/command.ts';
import { fencesIn } from '../../src/knowledge/checks/inline.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { ROOT } from '../support/build.ts';

/** Code that readers may copy: its place, its language, and its text with the address lists put in. */
export interface PublishedBlock {
  /** File and field, such as "content/checks/listening.yaml commands[0]". */
  readonly name: string;
  readonly lang: string;
  /** Where it belongs, in the words above it: a file, or "the server block". */
  readonly place: string;
  readonly text: string;
}

const SAMPLES = join(ROOT, 'content/samples');
const LANGUAGE_OF_FILE: Readonly<Record<string, string>> = { '.py': 'python', '.mjs': 'js' };

function sampleBlocks(): PublishedBlock[] {
  return readdirSync(SAMPLES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const lang = LANGUAGE_OF_FILE[extname(name)] ?? extname(name).slice(1);
      return { name: relative(ROOT, path), lang, place: name, text: readFileSync(path, 'utf8') };
    });
}

/** Every published command, configuration and program of the real content. */
export function publishedBlocks(): PublishedBlock[] {
  const { knowledge, raw, problems } = loadKnowledge(join(ROOT, 'content'), new Date().toISOString().slice(0, 10));
  if (knowledge === undefined) throw new Error(`the content has errors:\n${JSON.stringify(problems, null, 1)}`);
  const found: PublishedBlock[] = [];
  const add = (name: string, lang: string, place: string, code: string): void => {
    found.push({ name, lang, place, text: `${expandRanges(code, knowledge.addresses)}\n` });
  };
  for (const [id, { commands }] of knowledge.checks)
    for (const [at, { lang, file = '', run }] of commands.entries())
      add(`content/checks/${id}.yaml commands[${String(at)}]`, lang, file, run);
  for (const [id, { fix }] of knowledge.causes)
    for (const when of ['immediate', 'short', 'long'] as const)
      for (const [step, { run: commands }] of fix[when].entries())
        for (const [at, { lang, file = '', run }] of commands.entries())
          add(`content/causes/${id}.mdx fix.${when}[${String(step)}].run[${String(at)}]`, lang, file, run);
  for (const [id, { clientCode }] of knowledge.errors)
    for (const [at, { lang, name, code }] of clientCode.entries())
      add(`content/errors/${id}.mdx clientCode[${String(at)}]`, lang, name, code);
  for (const { file, body = '', bodyLine = 1 } of raw.values())
    for (const { offset, code, meta } of fencesIn(body)) {
      const before = body.slice(0, offset - 1).split('\n');
      const lang = /^\s*[`~]{3,}(\w*)/.exec(before.at(-1) ?? '')?.[1] ?? '';
      add(
        `content/${file.replace(/^content\//, '')} line ${String(bodyLine + before.length)}`,
        lang,
        meta.where ?? '',
        code,
      );
    }
  return [...found, ...sampleBlocks()];
}
