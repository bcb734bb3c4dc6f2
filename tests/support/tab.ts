import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserProgram } from './browser.ts';

type Params = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message: string };
}

/** One page of a tab, whether shown or drawn ahead. */
export interface TabPage {
  /** Sends a command and does not wait for its answer. */
  readonly tell: (method: string, params?: Params) => void;
  /** Value of an expression in the page. */
  readonly evaluate: (expression: string) => Promise<unknown>;
}

/** The only tab of a browser of its own. */
export interface Tab {
  /** The page that came last: the shown one, or the one drawn ahead. */
  readonly newest: () => TabPage;
  /** Calls back for each event of any page. */
  readonly listen: (hear: (event: string, params: Params) => void) => void;
  readonly close: () => Promise<void>;
}

/** Starts a browser and tells the address under which it takes commands. */
async function start(profile: string) {
  const { executablePath, args } = browserProgram();
  const flags = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const browser = spawn(executablePath, [...args, ...flags], { stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await new Promise<string>((resolve, reject) => {
    let told = '';
    browser.stderr.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      const found = /ws:\/\/\S+/.exec(told)?.[0];
      if (found !== undefined) resolve(found);
    });
    browser.once('exit', () => {
      reject(new Error(`${executablePath} does not start: ${told}`));
    });
  });
  return { browser, address };
}

/**
 * Opens a tab by the DevTools protocol. A browser draws no page ahead while something is attached to its pages as
 * Playwright is ("PrerenderingDisabledByDevTools"); attached to the tab, as its own developer tools are, it does.
 * @param prepare commands for each page before it begins
 */
export async function openTab(prepare: readonly (readonly [method: string, params: Params])[]): Promise<Tab> {
  const profile = mkdtempSync(join(tmpdir(), 'guide-tab-'));
  const { browser, address } = await start(profile);
  const socket = new WebSocket(address);
  await new Promise((resolve) => {
    socket.addEventListener('open', resolve, { once: true });
  });
  let sent = 0;
  let session = '';
  const waiting = new Map<number, (answer: Message) => void>();
  const hearers: ((event: string, params: Params) => void)[] = [];
  const send = (method: string, params: Params = {}, sessionId?: string): Promise<Params> =>
    new Promise((resolve, reject) => {
      const id = ++sent;
      waiting.set(id, ({ result = {}, error }) => {
        if (error === undefined) resolve(result);
        else reject(new Error(`${method}: ${error.message}`));
      });
      socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    });
  const attach = { autoAttach: true, flatten: true };
  const pageCame = new Promise<void>((resolve) => {
    hearers.push((event, params) => {
      if (event !== 'Target.attachedToTarget') return;
      const { sessionId, targetInfo } = params as { sessionId: string; targetInfo: { type: string } };
      if (targetInfo.type === 'tab')
        void send('Target.setAutoAttach', { ...attach, waitForDebuggerOnStart: true }, sessionId);
      if (targetInfo.type !== 'page') return;
      session = sessionId;
      for (const [method, params] of prepare) void send(method, params, sessionId);
      void send('Runtime.runIfWaitingForDebugger', {}, sessionId).then(() => {
        resolve();
      });
    });
  });
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else for (const hear of hearers) hear(message.method ?? '', message.params ?? {});
  });
  const filter = [{ type: 'tab' }, { exclude: true }];
  await send('Target.setAutoAttach', { ...attach, waitForDebuggerOnStart: false, filter });
  await pageCame;
  const page = (sessionId: string): TabPage => ({
    tell: (method, params) => {
      void send(method, params, sessionId);
    },
    evaluate: async (expression) => {
      const told = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
      return (told as { result: { value?: unknown } }).result.value;
    },
  });
  return {
    newest: () => page(session),
    listen: (hear) => {
      hearers.push(hear);
    },
    close: async () => {
      const ended = new Promise((resolve) => browser.once('exit', resolve));
      socket.close();
      browser.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
