import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserServer, chromium } from 'playwright-core';

/** Quiet and self-contained: no update checks, no sync, and no name but this machine's own resolves. */
const FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

const LINUX_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

function usualPaths(): string[] {
  const { env } = process;
  if (process.platform === 'darwin') {
    const apps = ['/Applications', join(env.HOME ?? '', 'Applications')];
    return apps.flatMap((folder) => [
      join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
      join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
    ]);
  }
  if (process.platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return roots.flatMap((root) => [
      join(root, 'Google/Chrome/Application/chrome.exe'),
      join(root, 'Microsoft/Edge/Application/msedge.exe'),
    ]);
  }
  return ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) => LINUX_NAMES.map((name) => join(folder, name)));
}

function installed(): string | undefined {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    throw new Error(
      `CHROME_PATH is ${chosen}, and there is no such file. Set it to the path of Chromium or Chrome, or unset it.`,
    );
  }
  return [...usualPaths(), chromium.executablePath()].find((path) => path !== '' && existsSync(path));
}

function install(): string {
  const withLibraries = process.platform === 'linux' && process.getuid?.() === 0;
  const words = ['playwright-core', 'install', ...(withLibraries ? ['--with-deps'] : []), 'chromium'];
  process.stdout.write(`No Chromium or Chrome found; trying "npx ${words.join(' ')}" once.\n`);
  const { status } = spawnSync('npx', words, { stdio: 'inherit', shell: process.platform === 'win32' });
  const path = chromium.executablePath();
  if (status === 0 && existsSync(path)) return path;
  throw new Error(
    [
      'The browser tests need Chromium or Chrome; none was found and none could be installed. Do one of these and run the command again:',
      '  - Debian or Ubuntu, as root:  apt-get install -y chromium',
      '  - any system with network:    npx playwright-core install chromium',
      '  - a browser in another place: CHROME_PATH=/path/to/chrome npm test',
    ].join('\n'),
  );
}

/** The browser's program and its flags. */
export function browserProgram(): { executablePath: string; args: string[] } {
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...FLAGS] : FLAGS;
  return { executablePath: installed() ?? install(), args };
}

/** Starts one browser for all test files, which connect to it by its address. */
export async function startBrowser(): Promise<BrowserServer> {
  const { executablePath, args } = browserProgram();
  try {
    return await chromium.launchServer({ executablePath, args, headless: true, host: '127.0.0.1' });
  } catch (error) {
    throw new Error(`${executablePath} does not start. Set CHROME_PATH to a Chromium or Chrome that does.`, {
      cause: error,
    });
  }
}
