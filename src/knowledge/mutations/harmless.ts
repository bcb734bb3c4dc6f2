import { FENCED, UFW } from './danger.ts';
import { append, type Case, CAUSE, GUIDE, inBody, inField, SOURCES, swap } from './edit.ts';

/** What must pass, so that the rules refuse no more than they should. */
export const HARMLESS: readonly Pick<Case, 'name' | 'file' | 'mutate'>[] = [
  { name: 'figures in code', ...inBody('Set `timeout 19 s` and `{x}`, [`^y`](page:/compare/), `[^z]`, `<b>`.') },
  {
    name: 'figures in a fence',
    ...inBody('\n```nginx where="x" changes="nothing"\n# 19 s {x} [^z] <b> 104.24.0.0/14\nimport x from "y"\n```\n'),
  },
  { name: 'explicit literals', ...inBody("The default is {'60 s'}, or {'104.24.0.0/14'}.") },
  {
    name: 'literals and figures in a field',
    ...inField("The default is {'60 s'}; {connect} now, {connect@2025-01-01} then."),
  },
  {
    name: 'numbers that are no clock',
    ...inBody('Port 443, 190 s, 1.19 s, 19 servers, 522 KB, 119 seconds, the 400s, 104.24.0.0/140.'),
  },
  {
    name: 'links of every kind',
    ...inBody(
      '[a](error:524) [b](cause:cert-expired) [c](check:firewall-rules) [d](question:code) [e](source:error-522) [f](page:/) [h](term:syn) [g](https://example.com/).',
    ),
  },
  { name: 'markers', ...inField('So.[^inference][^unverified][^experience][^lab]') },
  { name: 'an arrow and a comparison', ...inBody('Up to 5 < 6 and a <= b.') },
  {
    name: 'context against a cause',
    file: CAUSE,
    mutate: swap(/symptom: change-firewall\n {4}weight: supports/, 'symptom: change-firewall\n    weight: against'),
  },
  {
    name: 'danger that is told',
    file: CAUSE,
    mutate: swap(UFW, '            ufw disable\n          danger: All ports open.'),
  },
  {
    name: 'danger that is told in a fence',
    file: GUIDE,
    mutate: append(FENCED.replace('```sh', '```sh danger="All ports open."'), 'ufw disable', '```'),
  },
  { name: 'PHP-FPM workers killed', file: CAUSE, mutate: swap(UFW, "            pkill -9 -f 'php-fpm: pool www'") },
  { name: 'a Go template', file: CAUSE, mutate: swap(UFW, "            docker ps --format '{{.Names}} {{json .}}'") },
  {
    name: 'a pipe that is no shell',
    file: CAUSE,
    mutate: swap(UFW, '            curl -s https://example.com/ | shasum'),
  },
  { name: 'a free alias', file: CAUSE, mutate: swap('area: filter', 'area: filter\naliases: [zz-free]') },
  {
    name: 'a copy read a year ago to the day',
    file: SOURCES,
    mutate: swap('read: "2026-11-20"', 'read: "2025-11-21"'),
  },
];
