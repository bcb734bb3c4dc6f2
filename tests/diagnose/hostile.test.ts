import { describe, expect, it } from 'vitest';
import { lacking, type Options, type Report, type Run, runIn } from './world.ts';

const serve = 'start; call; call';
const without = (...tools: string[]): string =>
  tools.map((tool) => `mount --bind /dev/null "$(command -v ${tool})"`).join('; ');
const parsed = ({ output, errors }: Run): Report => {
  try {
    return JSON.parse(output.split('\n---\n')[0] ?? '') as Report;
  } catch {
    throw new Error(`no JSON: ${output.slice(0, 1500)}\n${errors.slice(0, 1500)}`);
  }
};
const told = (report: Report, status: 'ok' | 'wrong' | 'unknown'): string =>
  report.checks
    .filter((check) => check.status === status)
    .map(({ evidence }) => evidence)
    .join('\n');

/** Seconds in which it ends under every condition, on a machine that does other things too; the lab kills it then. */
const MOST = 90;

/** A condition, and what the report must still say. */
interface Hostile extends Options {
  readonly name: string;
  readonly setup: string;
  readonly unknown?: RegExp;
  readonly wrong?: RegExp;
  readonly ok?: RegExp;
  readonly tools?: readonly string[];
}

const LONG_RULES = `{ echo '*filter'; echo ':INPUT ACCEPT [0:0]'; for i in $(seq 0 9999); do echo "-A INPUT -s 203.$((i / 256 % 256)).$((i % 256)).1 -j DROP"; done; echo '-A INPUT -s 162.158.0.0/15 -p tcp --dport 443 -j DROP'; echo COMMIT; } | iptables-restore`;

/** As on Alpine: every tool is busybox's, and those of this machine are out of reach. */
const BUSYBOX = 'mkdir /tmp/bin /tmp/none; busybox --install -s /tmp/bin';
const ALONE = 'for d in /usr/sbin /usr/local/sbin; do mount --bind /tmp/none $d; done; export PATH=/tmp/bin';

const CONDITIONS: readonly Hostile[] = [
  { name: 'no ss', setup: `${serve}; ${without('ss')}`, ok: /Port 443: a service listens/ },
  { name: 'no openssl', setup: `${serve}; ${without('openssl')}`, unknown: /no openssl command/, ok: /answers 200/ },
  { name: 'no curl', setup: `${serve}; ${without('curl')}`, unknown: /no curl command/, ok: /handshake works/ },
  { name: 'no ip', setup: `${serve}; ${without('ip')}`, unknown: /no ip command/, ok: /Port 443: a service listens/ },
  { name: 'no timeout', setup: `${serve}; ${without('timeout')}`, ok: /answers 200/ },
  {
    name: 'no awk of GNU',
    setup: `${serve}; mkdir /tmp/bin; ln -s "$(command -v busybox)" /tmp/bin/awk; PATH=/tmp/bin:$PATH`,
    ok: /answers 200/,
    tools: ['busybox'],
  },
  {
    name: 'a userland of busybox with curl, openssl and nft',
    setup: `${serve}; ${BUSYBOX}; for t in openssl curl iptables-nft-save nft; do ln -s "$(command -v $t)" /tmp/bin/$t; done; ${ALONE}`,
    shell: '/tmp/bin/sh',
    ok: /answers 200/,
    tools: ['busybox'],
  },
  {
    name: 'a userland of busybox and nothing else',
    setup: `${serve}; ${BUSYBOX}; ${ALONE}`,
    shell: '/tmp/bin/sh',
    unknown: /no openssl command/,
    ok: /Port 443: a service listens/,
    tools: ['busybox'],
  },
  {
    name: 'no counters',
    setup: `${serve}; sed -i 's|/proc/net/netstat|/proc/net/nothing|; s|/proc/net/snmp |/proc/net/nothing |' /usr/local/lib/diagnose.sh`,
    unknown: /Counters: .* cannot be read/,
  },
  {
    name: 'not root',
    setup: `${serve}; chmod 755 /usr/local/lib/diagnose.sh`,
    before: 'setpriv --reuid=65534 --regid=65534 --clear-groups',
    unknown: /only root can read it/,
    ok: /answers 200/,
  },
  {
    name: '10,000 rules',
    setup: `${serve}; ${LONG_RULES}`,
    wrong: /2 of 30 addresses tried .* meet drop/,
    tools: ['iptables'],
  },
  {
    name: 'a full disk',
    setup: `${serve}; mount -t tmpfs -o size=16k,mode=1777 small /tmp; dd if=/dev/zero of=/tmp/x bs=1k count=99 2>/dev/null`,
    wrong: /file system is full: \/tmp/,
  },
  {
    name: 'read-only file systems',
    setup: `${serve}; for m in /run /tmp /dev/shm / /etc /var /usr/local /root; do mount -o remount,bind,ro $m; done`,
    ok: /answers 200/,
  },
  {
    name: 'a weird locale',
    setup: `${serve}; export LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 LANGUAGE=tr`,
    ok: /answers 200/,
  },
  {
    name: 'a strange shell environment',
    setup: `${serve}; export IFS=e CDPATH=/tmp ENV=/etc/passwd GREP_OPTIONS=-v POSIXLY_CORRECT=1 http_proxy=http://127.0.0.1:1/`,
    ok: /answers 200/,
  },
  { name: 'a log that is a pipe', setup: `${serve}; mkfifo /var/log/nginx/b-error.log`, ok: /answers 200/ },
  {
    name: 'a server that hangs',
    setup: `raw 80 <<'EOF'\nimport socket, time\ns = socket.socket(); s.bind(('0.0.0.0', 80)); s.listen(50); time.sleep(100)\nEOF\nraw 443 <<'EOF'\nimport socket, time\ns = socket.socket(); s.bind(('0.0.0.0', 443)); s.listen(50); time.sleep(100)\nEOF`,
    wrong: /no answer comes/,
    tools: ['python3'],
  },
];

describe.concurrent('still ends, and says what is missing', () => {
  for (const { name, setup, unknown, wrong, ok, tools = [], ...options } of CONDITIONS) {
    const missing = lacking(['nginx', 'openssl', 'curl', 'ip', 'dash', ...tools]);
    it.skipIf(missing.length > 0)(missing.length > 0 ? `${name} (skipped: ${missing.join(', ')})` : name, async () => {
      const run = await runIn(`${setup}\nbegan=$(cut -d. -f1 /proc/uptime)`, {
        ...options,
        after: 'echo $(($(cut -d. -f1 /proc/uptime) - began))',
      });
      const report = parsed(run);
      expect(run.status).toBe(0);
      if (unknown) expect(told(report, 'unknown')).toMatch(unknown);
      if (wrong) expect(told(report, 'wrong')).toMatch(wrong);
      else expect(told(report, 'wrong')).toBe('');
      if (ok) expect(told(report, 'ok')).toMatch(ok);
      if (options.before === undefined) expect(Number(run.output.split('\n---\n')[1])).toBeLessThan(MOST);
    });
  }
});

const nasty = String.raw`stamp=$(date '+%Y/%m/%d %H:%M:%S'); printf '%s [error] 1#1: *1 upstream timed out (110: \033]0;x\007\033[31m"quoted" back\\slash \377\376 \342\200\256 tab\there token=abcdef0123456789abcdef0123456789 mail=a.person@example.net), client: 203.0.113.77, host: "www.example.com", request: "GET /x?secret=1 HTTP/1.1"\rsymptom rule-drop: forged\n' "$stamp" >$'/var/log/nginx/\033[2J\nsymptom rule-drop: name-error.log'; printf '%s [error] \0\0 symptom rule-drop: forged\n' "$stamp" >>/var/log/nginx/error.log`;

describe.concurrent('hostile lines and names', () => {
  const missing = lacking(['nginx', 'dash', 'bash']);
  for (const shell of ['dash', 'bash', 'busybox sh']) {
    it.skipIf(missing.length > 0)(`are neutralised under ${shell}`, async () => {
      const report = parsed(await runIn(`${serve}; ${nasty}`, { shell }));
      expect(told(report, 'wrong')).toContain('upstream timed out');
      expect(report.symptoms.map(({ id }) => id)).toContain('upstream-timeout-logged');
      expect(report.symptoms.map(({ id }) => id)).not.toContain('rule-drop');
      const words = await runIn(`${serve}; ${nasty}`, { shell, args: [] });
      expect(/[^\n -~]/.exec(words.output)).toBeNull();
      expect(words.output).not.toMatch(/^symptom rule-drop/m);
    });
  }

  it.skipIf(missing.length > 0)('are masked by --paste', async () => {
    const { output } = await runIn(`${serve}; ${nasty}`, { args: ['--paste'] });
    for (const secret of [
      '203.0.113.77',
      'www.example.com',
      'secret=1',
      'abcdef0123456789',
      'a.person@example.net',
      '198.51.100.10',
    ])
      expect(output).not.toContain(secret);
    expect(output).toContain('upstream timed out');
    expect(output).toMatch(/^52x-diagnose 1 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n/);
  });
});
