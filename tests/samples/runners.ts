import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SAMPLES = fileURLToPath(new URL('../../content/samples', import.meta.url));

/** A sample and what runs it; the runner is undefined where it is missing, and needs says what that is. */
export interface Runner {
  readonly name: string;
  readonly file: string;
  readonly needs: string;
  readonly command: readonly string[] | undefined;
}

function works(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', cwd: join(SAMPLES, 'js') }).status === 0;
}

/** The first Python that has a module: the one in the path, or the system's. */
function python(module: string): readonly string[] | undefined {
  const found = ['python3', '/usr/bin/python3'].find((command) => works(command, '-c', `import ${module}`));
  return found === undefined ? undefined : [found, '-B'];
}

/** Node, when a sample's package can be found from the folder of the samples. */
function node(module?: string): readonly string[] | undefined {
  const found =
    module === undefined || works(process.execPath, '--input-type=module', '-e', `await import('${module}')`);
  return found ? [process.execPath] : undefined;
}

/** All samples that can be run; finding out what is installed takes a second. */
export function runners(): Runner[] {
  const curl = works('curl', '--version') ? ['sh'] : undefined;
  const php = works('php', '-r', "exit(extension_loaded('curl') ? 0 : 1);") ? ['php'] : undefined;
  return [
    { name: 'curl', file: 'sh/retry.sh', needs: 'curl', command: curl },
    { name: 'requests', file: 'python/requests_retry.py', needs: 'python3-requests', command: python('requests') },
    { name: 'httpx', file: 'python/httpx_retry.py', needs: 'python3-httpx', command: python('httpx') },
    { name: 'Node fetch', file: 'js/fetch-retry.mjs', needs: 'Node', command: node() },
    { name: 'undici', file: 'js/undici-retry.mjs', needs: 'the package undici', command: node('undici') },
    { name: 'got', file: 'js/got-retry.mjs', needs: 'the package got', command: node('got') },
    { name: 'PHP', file: 'php/retry.php', needs: 'php-cli and php-curl', command: php },
    { name: 'Go', file: 'go/retry.go', needs: 'Go', command: works('go', 'version') ? compiledGo() : undefined },
  ];
}

/** Compiled once: compiling for each run would take longer than the waits. */
function compiledGo(): readonly string[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'sample-go-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const program = join(folder, 'retry');
  return works('go', 'build', '-o', program, join(SAMPLES, 'go/retry.go')) ? [program] : undefined;
}

export interface Ran {
  /** Status that the sample reported last, if it reported one. */
  readonly status: number | undefined;
  /** Whether it ended as a success. */
  readonly ok: boolean;
  /** Its standard output. */
  readonly printed: string;
}

/**
 * Runs a sample on an address.
 * @param settings RETRY_SCALE, a factor, and RETRY_CAP in seconds; real waits would take minutes
 */
export function run(
  { command, file }: Runner,
  url: string,
  method: string,
  settings: Readonly<Record<string, string>>,
): Promise<Ran> {
  const [program = '', ...args] = command ?? [];
  const all = file.endsWith('.go') ? [url, method] : [...args, join(SAMPLES, file), url, method];
  return new Promise((resolve, reject) => {
    execFile(program, all, { env: { ...process.env, ...settings }, timeout: 40_000 }, (error, stdout, stderr) => {
      const status = /HTTP (\d{3})/.exec(stdout + stderr)?.[1];
      if (error?.killed) reject(new Error(`${file} did not end:\n${stdout}${stderr}`));
      else resolve({ status: status === undefined ? status : Number(status), ok: error === null, printed: stdout });
    });
  });
}
