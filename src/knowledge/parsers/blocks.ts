import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { expandRanges } from '../../domain/text/command.ts';
import { fencesIn } from '../checks/inline.ts';
import type { Knowledge } from '../model.ts';
import { type RawEntry, rawKey } from '../read.ts';
import type { CollectionName } from '../schemas/index.ts';

/** Code that readers may copy: where it stands, its language, and its text with the address lists put in. */
export interface PublishedBlock {
  /** Path from the project's root. */
  readonly file: string;
  /** Line of that file on which the block, or the field that holds it, begins. */
  readonly line: number;
  /** Field, such as commands.0.run; "body" for a body, empty for a file of its own. */
  readonly field: string;
  readonly lang: string;
  /** Where it belongs, in the words above it: a file, or "the server block". */
  readonly place: string;
  readonly text: string;
}

type Unplaced = Pick<PublishedBlock, 'lang' | 'place' | 'text'>;

const LANGUAGE_OF_FILE: Readonly<Record<string, string>> = { '.py': 'python', '.mjs': 'js' };

function* sampleBlocks(content: string): Generator<PublishedBlock> {
  const all = readdirSync(join(content, 'samples'), { recursive: true, encoding: 'utf8' });
  for (const name of all.filter((path) => extname(path) !== '').sort()) {
    const lang = LANGUAGE_OF_FILE[extname(name)] ?? extname(name).slice(1);
    const text = readFileSync(join(content, 'samples', name), 'utf8');
    yield { file: `content/samples/${name}`, line: 1, field: '', lang, place: name, text };
  }
}

function* bodyBlocks({ file, body = '', bodyLine = 1 }: RawEntry): Generator<PublishedBlock> {
  for (const { offset, code, lang, meta } of fencesIn(body)) {
    const line = bodyLine + body.slice(0, offset).split('\n').length - 1;
    yield { file, line, field: 'body', lang, place: meta.where ?? '', text: code };
  }
}

/**
 * Every published command, configuration and program.
 * @param content the content folder; the samples are read from it
 */
export function publishedBlocks(
  { knowledge, raw }: { readonly knowledge: Knowledge; readonly raw: ReadonlyMap<string, RawEntry> },
  content: string,
): PublishedBlock[] {
  const found: PublishedBlock[] = [];
  const add = (collection: CollectionName, id: string, path: (string | number)[], block: Unplaced): void => {
    const entry = raw.get(rawKey(collection, id));
    if (entry !== undefined)
      found.push({ file: entry.file, line: entry.lineOf(path), field: path.join('.'), ...block });
  };
  for (const [id, { commands }] of knowledge.checks)
    for (const [at, { lang, file: place = '', run: text }] of commands.entries())
      add('checks', id, ['commands', at, 'run'], { lang, place, text });
  for (const [id, { fix }] of knowledge.causes)
    for (const when of ['immediate', 'short', 'long'] as const)
      for (const [step, { run: commands }] of fix[when].entries())
        for (const [at, { lang, file: place = '', run: text }] of commands.entries())
          add('causes', id, ['fix', when, step, 'run', at, 'run'], { lang, place, text });
  for (const [id, { clientCode }] of knowledge.errors)
    for (const [at, { lang, name: place, code: text }] of clientCode.entries())
      add('errors', id, ['clientCode', at, 'code'], { lang, place, text });
  for (const entry of raw.values()) found.push(...bodyBlocks(entry));
  found.push(...sampleBlocks(content));
  return found.map((block) => ({ ...block, text: `${expandRanges(block.text, knowledge.addresses)}\n` }));
}
