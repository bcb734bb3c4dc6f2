import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { PublishedBlock } from './blocks.ts';
import { inSandbox, type Needs, type Outcome, run, withFiles } from './sandbox.ts';
import { apache, caddy, haproxy, INI_PROGRAMS, nginx, systemd, type Wrapped } from './wrap.ts';

/** What a program reads of a block. */
export type Readable = Pick<PublishedBlock, 'text' | 'place'>;

/** A program that reads one language as its users' machines will. */
export interface Parser extends Needs {
  readonly name: string;
  /** Blocks whose place does not fit are not for this program. */
  readonly place?: RegExp;
  /** Why this machine's program cannot read a block although it is installed; undefined when it can. */
  readonly tooOld?: (block: Readable) => string | undefined;
  readonly parse: (block: Readable) => Outcome;
}

/** What ShellCheck warns of and we publish on purpose. */
const EXCLUDED = {
  SC1010: '"ping -M do" has the word do as a value',
  SC2034: 'a counter that only repeats a loop is not read',
  SC2046: '"docker inspect $(docker ps -aq)" is meant to get many words',
};

const reads = (name: string, ...command: readonly string[]): Parser => ({
  name,
  tools: command.slice(0, 1),
  parse: ({ text }) => run(command, text),
});

/** A program that tests a whole configuration, on a copy of this system. */
const tests = (name: string, tools: readonly string[], wrap: (text: string, place: string) => Wrapped): Parser => ({
  name,
  tools,
  sandbox: true,
  parse: ({ text, place }) => {
    const { files, command } = wrap(text, place);
    return inSandbox(files, command);
  },
});

/** A block that says it goes on from the one above may read the variable that is set there. */
function shellcheck({ text }: Readable): Outcome {
  const before = /^# after the lines above that set "(\w+)"/.exec(text)?.[1];
  const whole = before === undefined ? text : `${before}=''\n${text}`;
  return run(['shellcheck', '-s', 'bash', '-S', 'warning', '-e', Object.keys(EXCLUDED).join(), '-'], whole);
}

function node({ text }: Readable): Outcome {
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

/** A Caddyfile may say which version it needs, as "# Caddy 2.7 or newer"; Debian 12 has an older one. */
function caddyTooOld({ text }: Readable): string | undefined {
  const needed = /^# Caddy ([\d.]+) or newer$/m.exec(text)?.[1];
  if (needed === undefined) return undefined;
  const here = /[\d.]+/.exec(run(['caddy', 'version']).output)?.[0] ?? '0';
  const older = here.localeCompare(needed, 'en', { numeric: true }) < 0;
  return older ? `the block needs Caddy ${needed}, here is ${here}` : undefined;
}

const INI = `import configparser, sys
reader = configparser.ConfigParser(strict=False, interpolation=None)
reader.read_string('[top]\\n' + sys.stdin.read())`;

/** The programs that read each language of the published blocks. */
export const PARSERS: Readonly<Record<string, readonly Parser[]>> = {
  sh: [reads('bash -n', 'bash', '-n'), { name: 'shellcheck', tools: ['shellcheck'], parse: shellcheck }],
  nginx: [tests('nginx -t', ['nginx', 'openssl'], nginx)],
  apache: [tests('apache2 -t', ['apache2', 'openssl'], apache)],
  haproxy: [tests('haproxy -c', ['haproxy', 'openssl'], haproxy)],
  caddy: [{ ...tests('caddy validate', ['caddy', 'openssl'], caddy), tooOld: caddyTooOld }],
  systemd: [tests('systemd-analyze verify', ['systemd-analyze'], systemd)],
  nft: [
    tests('nft -c -f', ['nft'], (text) => ({
      files: [{ path: '/etc/block.nft', text }],
      command: 'nft -c -f /etc/block.nft',
    })),
  ],
  iptables: [
    tests('iptables-restore --test', ['iptables-restore'], (text) => ({
      files: [{ path: '/etc/block.rules', text }],
      command: 'iptables-restore --test /etc/block.rules',
    })),
  ],
  ini: [
    reads('configparser', 'python3', '-c', INI),
    { ...tests('php-fpm -t', ['php-fpm8.2'], INI_PROGRAMS.fpm.wrap), place: INI_PROGRAMS.fpm.place },
    {
      ...tests('fail2ban-client -t', ['fail2ban-client'], INI_PROGRAMS.fail2ban.wrap),
      place: INI_PROGRAMS.fail2ban.place,
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
  html: [reads('html-validate', 'html-validate', '--stdin')],
  go: [reads('gofmt -e', 'gofmt', '-e')],
  json: [{ name: 'JSON.parse', tools: [], parse: accepts(JSON.parse) }],
  yaml: [{ name: 'yaml', tools: [], parse: accepts(yaml) }],
};

/** Languages that no program here reads: words for people, and formats whose programs have no test. */
export const UNPARSED: readonly string[] = ['text'];
