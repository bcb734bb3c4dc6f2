import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Outcome {
  readonly status: number | null;
  /** Standard output and error, as they came. */
  readonly output: string;
}

export interface PlacedFile {
  readonly path: string;
  readonly text: string;
  readonly mode?: string;
}

/** What reading a block, or a test, needs of this machine. */
export interface Needs {
  readonly tools: readonly string[];
  /** Root, namespaces and overlays. */
  readonly sandbox?: boolean;
}

/** Runs a program with a text on its standard input, two minutes at most. What kept it from running ends its output. */
export function run(command: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): Outcome {
  const [program = '', ...args] = command;
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 120_000,
  });
  // A program that does not start has no output at all, whatever the types say.
  const said = [stdout, stderr, error?.message].filter((part) => typeof part === 'string');
  return { status, output: said.join('') };
}

/** Namespaces of its own for network, mounts and processes; all of them end with the script. */
const NAMESPACES = ['unshare', '--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc', 'sh', '-s'];

/**
 * Puts a layer in memory over the folders that commands write to, so that real paths are used and nothing stays; then makes
 * the rest read-only, so that a command that writes elsewhere fails instead of changing this machine.
 * @param folder files to put in their places
 */
const prepare = (folder: string): string => `set -e
box=$(mktemp -d); mount -t tmpfs box "$box"
layer() { mkdir -p "$box/$2/upper" "$box/$2/work"; mount -t overlay layer -o "lowerdir=$1,upperdir=$box/$2/upper,workdir=$box/$2/work" "$1"; }
layer /etc etc; layer /var var; layer /usr/local local
(cd '${folder}'; find . -type f) | while read -r file; do install -D -m "$(stat -c %a "${folder}/$file")" "${folder}/$file" "/$file"; done
mount -t tmpfs run /run
mount -t tmpfs tmp /tmp
mount -o remount,bind,ro /
cd /tmp
ip link set lo up
set +e
`;

/** Writes files below a new folder, calls back, and removes the folder. */
export function withFiles<Result>(files: readonly PlacedFile[], use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'parsers-'));
  try {
    for (const { path, text, mode } of files) {
      const place = join(folder, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, text, { mode: Number.parseInt(mode ?? '0644', 8) });
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a script as root on a copy of this system, with the files in their places. */
export function inSandbox(files: readonly PlacedFile[], script: string): Outcome {
  return withFiles(files, (folder) =>
    run(NAMESPACES, `${prepare(folder)}${script}`, {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    }),
  );
}

const remembered = new Map<string, boolean>();

function known(name: string, find: () => boolean): boolean {
  const answer = remembered.get(name) ?? find();
  remembered.set(name, answer);
  return answer;
}

const have = (tool: string): boolean =>
  known(
    tool,
    () =>
      run(['sh', '-c', `command -v ${tool}`], '', { PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` }).status === 0,
  );

const haveSandbox = (): boolean =>
  known('(sandbox)', () => process.getuid?.() === 0 && inSandbox([], 'true').status === 0);

/** What is missing here, in words; empty when nothing is. */
export function missing({ tools, sandbox = false }: Needs): string[] {
  const words = tools.filter((tool) => !have(tool)).map((tool) => `${tool} is not installed`);
  return sandbox && !haveSandbox() ? [...words, 'no root, or no namespaces and overlays'] : words;
}
