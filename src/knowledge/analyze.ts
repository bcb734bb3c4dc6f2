import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { analyze } from '../domain/analyzer/analyze.ts';
import { compile } from '../domain/analyzer/compile.ts';
import { type Analysis, TEXT_LIMIT } from '../domain/analyzer/model.ts';
import { ruledOut } from '../domain/analyzer/start.ts';
import { toGraph } from './graph.ts';
import { loadKnowledge } from './load.ts';
import { toPatternBook } from './patterns.ts';

const USAGE = `usage: npm run --silent analyze -- FILE     reads a file
       … | npm run --silent analyze         reads what is piped in
Prints what the text shows as JSON; /api/v1/schemas/analysis.json describes it. Exit status: 0 something was recognised,
1 nothing was, 2 bad use.`;

/** A mistake of the caller: told with its remedy, with exit status 2. */
class Misuse extends Error {}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function fileFrom(args: string[]): string | undefined {
  let files: string[];
  try {
    files = parseArgs({ args, allowPositionals: true }).positionals;
  } catch (error) {
    throw new Misuse(`${reason(error)}. There are no options; write -- before a file name that begins with a dash`);
  }
  if (files.length > 1)
    throw new Misuse(`expected one file, found ${String(files.length)}; join them: cat FILE FILE | npm run analyze`);
  const [file] = files;
  if (file === undefined && process.stdin.isTTY) throw new Misuse('expected a file or piped text, found neither');
  return file === '-' ? undefined : file;
}

function textFrom(file: string | undefined): string {
  let text: string;
  try {
    text = readFileSync(file ?? 0, 'utf8');
  } catch (error) {
    throw new Misuse(`cannot read ${file ?? 'what is piped in'}: ${reason(error)}; name a text file that you may read`);
  }
  if (text.length > TEXT_LIMIT)
    throw new Misuse(
      `the text is longer than ${String(TEXT_LIMIT / 1e6)} MB; cut out the minutes around the error, for instance with grep or tail`,
    );
  return text;
}

function read(text: string): Analysis {
  const root = fileURLToPath(new URL('../../content', import.meta.url));
  const { knowledge } = loadKnowledge(root, new Date().toISOString().slice(0, 10));
  if (knowledge === undefined) throw new Error('the content has errors; `npm run check` names them');
  const result = analyze(text, compile(toPatternBook(knowledge)));
  return { ...result, rulesOut: ruledOut(result, toGraph(knowledge)) };
}

try {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) console.log(USAGE);
  else {
    const result = read(textFrom(fileFrom(args)));
    console.log(JSON.stringify(result, null, 1));
    process.exitCode = result.recognised ? 0 : 1;
  }
} catch (error) {
  console.error(error instanceof Misuse ? `${error.message}.\n${USAGE}` : reason(error));
  process.exitCode = 2;
}
