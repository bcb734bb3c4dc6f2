import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { expect, it } from 'vitest';
import { publishedBlocks, type PublishedBlock } from './blocks.ts';
import { inSandbox, parserTest, run, withFiles, type Outcome } from './sandbox.ts';
import { apache, nginx } from './wrap.ts';

/** What ShellCheck warns of and we publish on purpose. */
const EXCLUDED = {
  SC1010: '"ping -M do" has the word do as a value',
  SC2034: 'a counter that only repeats a loop is not read',
  SC2046: '"docker inspect $(docker ps -aq)" is meant to get many words',
};

interface Parser {
  readonly name: string;
  readonly tools: readonly string[];
  readonly sandbox?: boolean;
  readonly parse: (block: PublishedBlock) => Outcome;
}

const reads = (name: string, ...command: readonly string[]): Parser => ({
  name,
  tools: command.slice(0, 1),
  parse: ({ text }) => run(command, text),
});

/** A block that says it goes on from the one above may read the variable that is set there. */
function shellcheck({ text }: PublishedBlock): Outcome {
  const before = /^# after the lines above that set "(\w+)"/.exec(text)?.[1];
  const whole = before === undefined ? text : `${before}=''\n${text}`;
  return run(['shellcheck', '-s', 'bash', '-S', 'warning', '-e', Object.keys(EXCLUDED).join(), '-'], whole);
}

function node({ text }: PublishedBlock): Outcome {
  const path = `block.${text.includes('require(') ? 'cjs' : 'mjs'}`;
  return withFiles([{ path, text }], (folder) => run([process.execPath, '--check', join(folder, path)]));
}

const accepts =
  (read: (text: string) => unknown): Parser['parse'] =>
  ({ text }) => {
    try {
      read(text);
      return { status: 0, output: '' };
    } catch (error) {
      return { status: 1, output: String(error) };
    }
  };

function yaml(text: string): void {
  for (const { errors } of parseAllDocuments(text)) if (errors[0] !== undefined) throw errors[0];
}

const PARSERS: Readonly<Record<string, readonly Parser[]>> = {
  sh: [reads('bash -n', 'bash', '-n'), { name: 'shellcheck', tools: ['shellcheck'], parse: shellcheck }],
  nginx: [
    {
      name: 'nginx -t',
      tools: ['nginx', 'openssl'],
      sandbox: true,
      parse: ({ text }) => {
        const { files, command } = nginx(text);
        return inSandbox(files, command);
      },
    },
  ],
  apache: [
    {
      name: 'apache2 -t',
      tools: ['apache2', 'openssl'],
      sandbox: true,
      parse: ({ text, place }) => {
        const { files, command } = apache(text, place);
        return inSandbox(files, command);
      },
    },
  ],
  nft: [
    {
      name: 'nft -c -f',
      tools: ['nft'],
      sandbox: true,
      parse: ({ text }) => inSandbox([{ path: '/etc/block.nft', text }], 'nft -c -f /etc/block.nft'),
    },
  ],
  php: [
    {
      name: 'php -l',
      tools: ['php'],
      parse: ({ text }) => run(['php', '-l'], text.startsWith('<?php') ? text : `<?php\n${text}`),
    },
  ],
  python: [reads('ast.parse', 'python3', '-c', 'import ast, sys; ast.parse(sys.stdin.read())')],
  js: [{ name: 'node --check', tools: [], parse: node }],
  go: [reads('gofmt -e', 'gofmt', '-e')],
  json: [{ name: 'JSON.parse', tools: [], parse: accepts(JSON.parse) }],
  yaml: [{ name: 'yaml', tools: [], parse: accepts(yaml) }],
};

/** Languages that this file has no parser for: words for people, and formats of many programs. */
const UNPARSED = ['text', 'ini', 'html'];

const blocks = publishedBlocks();

it('finds every kind of block, and knows its language', () => {
  const languages = [...new Set(blocks.map(({ lang }) => lang))].sort();
  expect(languages).toEqual([...Object.keys(PARSERS), ...UNPARSED].sort());
});

for (const parser of Object.values(PARSERS).flat()) {
  parserTest(`${parser.name} refuses what is not its language`, parser, () => {
    expect(parser.parse({ name: '', lang: '', place: '', text: '} ( "\n' }).status).not.toBe(0);
  });
}

for (const block of blocks) {
  for (const parser of PARSERS[block.lang] ?? []) {
    parserTest(`${block.name}: ${parser.name}`, parser, () => {
      const { status, output } = parser.parse(block);
      expect(status, `${output}\n${block.text}`).toBe(0);
    });
  }
}
