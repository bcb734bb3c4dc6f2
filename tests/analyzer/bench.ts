/**
 * Measures how long the analyzer takes for ten million characters of different kinds of text. Part of `npm run bench`.
 */
import { fileURLToPath } from 'node:url';
import { analyze } from '../../src/domain/analyzer/analyze.ts';
import { compile } from '../../src/domain/analyzer/compile.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { toPatternBook } from '../../src/knowledge/patterns.ts';

/** Characters of each text. */
const SIZE = 10_000_000;
/** Milliseconds of processor time that a text may take, one made to be slow too. */
const BAR = 1000;

const ERROR_LINE =
  '2026/11/20 10:02:11 [error] 128#128: *5 upstream timed out (110: Connection timed out) while reading response header from upstream, client: 172.68.10.1, server: www.example.com, request: "GET /export HTTP/1.1", upstream: "http://127.0.0.1:3000/", host: "www.example.com"\n';
const TEXTS: Readonly<Record<string, string>> = {
  'access log, nothing wrong':
    '203.0.113.7 - - [21/Nov/2026:03:17:53 +0000] "GET /assets/app.js HTTP/1.1" 200 16732 "https://www.example.com/" "Mozilla/5.0"\n',
  'access log, all 502': '203.0.113.7 - - [21/Nov/2026:03:17:53 +0000] "GET / HTTP/1.1" 502 157 "-" "Mozilla/5.0"\n',
  'nginx error log, all errors': ERROR_LINE,
  'Cloudflare log, all 522':
    '{"ClientRequestHost":"www.example.com","EdgeColoCode":"FRA","EdgeResponseStatus":522,"OriginResponseStatus":0,"RayID":"a23c92d51bc8a952","EdgeStartTimestamp":"2026-11-20T10:02:11Z"}\n',
  'one minified line': '<div class="a"><span>Error code</span><p>cloudflare server status</p></div>',
  'literals only': 'error code: cf-ray status: curl: (28) http/ server: nginx cloudflare ',
  'pages on one line each':
    'Connection timed out Error code 522 Visit cloudflare.com for more information. 2026-11-21 03:12:44 UTC You Browser Working Berlin Cloudflare Working www.example.com Host Error Cloudflare Ray ID: a23c92d51bc8a952\n',
  'beginnings of pages, hostile': 'Error code 522 Visit  Error 522 Ray  Browser Working Berlin Cloudflare Working ',
  'lines of one character': 'a\n',
  'empty lines': '\n',
  'addresses and nothing else, hostile': '203.0.113.7 2001:db8::7\n',
  'literals on short lines, hostile': 'http/ status\ncf-ray\ncurl: (28)\n" 502 \nserver: nginx\n',
};

/** Measures every kind of text. @returns whether all stay under the bar */
export function benchAnalyzer(): boolean {
  const root = fileURLToPath(new URL('../../content', import.meta.url));
  const { knowledge } = loadKnowledge(root, '2026-11-21');
  if (knowledge === undefined) throw new Error('the content has errors; `npm run check` names them');
  const reader = compile(toPatternBook(knowledge));
  let within = true;
  for (const [name, piece] of Object.entries(TEXTS)) {
    const text = piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);
    const before = process.cpuUsage();
    analyze(text, reader);
    const took = process.cpuUsage(before).user / 1000;
    within &&= took < BAR;
    process.stdout.write(
      `analyzer, 10 MB of ${name}: ${took.toFixed(0)} ms of processor time, bar ${String(BAR)} ms\n`,
    );
  }
  return within;
}
