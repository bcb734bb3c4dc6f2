import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Rule } from '../../src/knowledge/checks/rule.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Accepted, acceptedIn } from '../../src/knowledge/parsers/accepted.ts';
import { publishedBlocks } from '../../src/knowledge/parsers/blocks.ts';
import { type Parsed, parseBlocks } from '../../src/knowledge/parsers/check.ts';
import { PARSERS } from '../../src/knowledge/parsers/programs.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { ROOT } from '../support/build.ts';
import { parserTest } from './parser-test.ts';

// Samples do not change the troubleshooter, and walking its paths takes seconds.
vi.mock('../../src/knowledge/checks/ends.ts', () => ({ ends: (() => []) satisfies Rule }));

const CONTENT = join(ROOT, 'content');
const NOTHING_ACCEPTED: Accepted = { has: () => false, add: () => undefined };

/** The check of the blocks of one file after a change of it; by line, since several programs may refuse one block. */
function checked(file: string, change: (text: string) => string, accepted = NOTHING_ACCEPTED): Parsed {
  const text = change(readFileSync(join(CONTENT, file), 'utf8'));
  const { knowledge, raw, problems } = loadKnowledge(CONTENT, '2026-11-21', new Map([[file, text]]));
  if (knowledge === undefined) throw new Error(problems.map(formatProblem).join('\n'));
  const blocks = publishedBlocks({ knowledge, raw }, CONTENT).filter((block) => block.file === `content/${file}`);
  expect(blocks.length).toBeGreaterThan(0);
  return parseBlocks(blocks, accepted);
}

const SIZE = 'guides/size-workers-and-connections.mdx';
const FRESH = 'guides/keep-the-list-fresh.mdx';
const MTU = 'causes/mtu-blackhole.mdx';

/** The program that must refuse, the file, what is replaced by what, and the line above the block or the line of its field. */
const BROKEN: readonly (readonly [program: string, file: string, find: string, by: string, line: string])[] = [
  ['bash -n', FRESH, '\nset -', '\nif true\nset -', '```sh where="As /usr/local/sbin/cloudflare-ranges'],
  [
    'shellcheck',
    SIZE,
    'php-fpm8.2 -t &&',
    'cd $HOME; cd $1 &&',
    '```sh where="On the server, as root" changes="traffic"',
  ],
  ['nginx -t', SIZE, '    worker_connections', '    worker_connection', '```nginx where="At the top level'],
  ['apache2 -t', SIZE, '    MaxRequestWorkers', '    MaxRequestWorker', '```apache'],
  ['haproxy -c', 'guides/load-balancing-and-failover.mdx', 'conn-failure', 'conn-failures', '```haproxy'],
  [
    'systemd-analyze verify',
    FRESH,
    'OnCalendar',
    'OnCalender',
    '```systemd where="In /etc/systemd/system/cloudflare-ranges.timer"',
  ],
  ['php-fpm -t', SIZE, 'pm.max_requests', 'pm.max_request', '```ini where="In /etc/php'],
  ['configparser', SIZE, 'net.core.somaxconn = 8192', 'net.core.somaxconn 8192', '```ini where="In /etc/sysctl.d'],
  [
    'fail2ban-client -t',
    'guides/restore-visitor-addresses.mdx',
    '[nginx-botsearch]',
    '[no-such-jail]',
    '```ini where="In /etc/fail2ban',
  ],
  [
    'php -l',
    'guides/move-slow-work.mdx',
    "define( 'DISABLE_WP_CRON', true );",
    "define( 'DISABLE_WP_CRON', true",
    '```php',
  ],
  ['node --check', 'guides/move-slow-work.mdx', 'createServer(', 'createServer((', '```js'],
  ['html-validate', 'guides/custom-error-pages.mdx', '</h1>', '', '```html'],
  ['nft -c -f', MTU, 'maxseg size set 1360', 'maxseg size put 1360', 'run: |-\n            table inet mss'],
  [
    'JSON.parse',
    'causes/worker-same-zone-fetch.mdx',
    '"other-worker" }]',
    '"other-worker" }],',
    'run: |-\n            {',
  ],
  [
    'yaml',
    'causes/tunnel-service-unreachable.mdx',
    '  - hostname: www',
    '- hostname: www',
    'run: |-\n            # below the lines tunnel',
  ],
  [
    'caddy validate',
    'causes/port-mismatch-ssl-mode.mdx',
    'reverse_proxy 127',
    'reverse_proxies 127',
    'run: |-\n            www.example.com {',
  ],
  [
    'iptables-restore --test',
    SIZE,
    '```nginx where="In the server block',
    '```iptables where="In the server block',
    '```iptables',
  ],
];

describe('the check refuses a broken sample, and names file and line', () => {
  it('has a broken sample for each program that reads what people copy', () => {
    const tried = BROKEN.map(([program]) => program);
    const programs = Object.values(PARSERS).flat();
    expect(programs.map(({ name }) => name).filter((name) => !tried.includes(name))).toEqual(['ast.parse', 'gofmt -e']);
  });

  for (const [program, file, find, by, line] of BROKEN) {
    const parser = Object.values(PARSERS)
      .flat()
      .find(({ name }) => name === program);
    if (parser === undefined) throw new Error(`no program ${program}`);
    parserTest(program, parser, () => {
      let broken = '';
      const { problems } = checked(file, (text) => {
        expect(text).toContain(find);
        broken = text.replace(find, () => by);
        return broken;
      });
      expect(broken).toContain(line);
      const place = broken.slice(0, broken.indexOf(line)).split('\n').length + (line.startsWith('```') ? 1 : 0);
      expect(problems.map(formatProblem).join('\n')).toContain(`error: content/${file}:${String(place)} `);
      const found = problems.find((problem) => problem.expected.includes(program));
      expect(found).toMatchObject({ file: `content/${file}`, line: place, severity: 'error' });
      expect(found?.remedy).toContain('correct the code');
    });
  }

  it('refuses a language that it does not know', () => {
    const { problems } = checked(SIZE, (text) => text.replace('```nginx', '```ngnix'));
    expect(problems[0]?.expected).toBe('expected a known language, found "ngnix"');
  });
});

describe('what was accepted before', () => {
  it('is not read again, unless the block or its place has changed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'accepted-'));
    try {
      const path = join(folder, 'deep/accepted');
      const first = acceptedIn(path);
      expect(first.has('nginx -t', '', 'events {}')).toBe(false);
      first.add('nginx -t', '', 'events {}');
      first.add('nginx -t', '', 'gone since');
      first.save();
      const second = acceptedIn(path);
      expect(second.has('nginx -t', '', 'events {}')).toBe(true);
      expect(second.has('nginx -t', 'main', 'events {}')).toBe(false);
      expect(second.has('nginx -t', '', 'events { }')).toBe(false);
      second.save();
      expect(acceptedIn(path).has('nginx -t', '', 'gone since')).toBe(false);
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace(/^./, (letter) => (letter === 'x' ? 'y' : 'x')),
      );
      expect(acceptedIn(path).has('nginx -t', '', 'events {}')).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('holds no refused block: a mistake is told again and again', () => {
    const remembered: string[] = [];
    const accepted = { has: () => false, add: (...block: readonly string[]) => void remembered.push(block.join()) };
    const { problems } = checked('causes/worker-same-zone-fetch.mdx', (text) => text.replace('}]\n', '}\n'), accepted);
    expect(problems).toHaveLength(1);
    expect(remembered.filter((block) => block.startsWith('JSON.parse'))).toEqual([]);
  });
});
