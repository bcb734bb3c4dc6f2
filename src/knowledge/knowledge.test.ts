import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Rule } from './checks/rule.ts';
import { loadKnowledge } from './load.ts';
import { formatProblem, type Problem } from './problem.ts';

/** Walking every path of the troubleshooter is slow: it is done for the whole content, and for the cases that break a path. */
const walking = vi.hoisted(() => ({ on: true }));
vi.mock('./checks/ends.ts', async (original) => {
  const { ends } = await original<{ ends: Rule }>();
  return { ends: ((context) => (walking.on ? ends(context) : [])) satisfies Rule };
});

const ROOT = fileURLToPath(new URL('../../content', import.meta.url));
const TODAY = '2026-11-21';

type Mutate = (text: string) => string;
type Line = number | ((text: string) => number);

interface Case {
  readonly name: string;
  /** The file to break, below content/. */
  readonly file: string;
  /** The real file whose text is taken, where it is another one: the case then adds a file. */
  readonly from?: string;
  readonly mutate: Mutate;
  readonly walks?: true;
  readonly expect: { readonly line: Line; readonly field?: string; readonly text: RegExp; readonly severity?: 'warning' };
}

/** Replaces the first occurrence. */
const swap =
  (find: string | RegExp, by: string): Mutate =>
  (text) =>
    text.replace(find, () => by);
const all =
  (...steps: Mutate[]): Mutate =>
  (text) =>
    steps.reduce((now, step) => step(now), text);
const append =
  (...lines: string[]): Mutate =>
  (text) =>
    `${text.trimEnd()}\n${lines.join('\n')}\n`;
const same: Mutate = (text) => text;

/** The line on which the first occurrence stands. */
const at =
  (needle: string): Line =>
  (text) => {
    expect(text).toContain(needle);
    return text.slice(0, text.indexOf(needle)).split('\n').length;
  };
const lastAt =
  (needle: string): Line =>
  (text) => {
    expect(text).toContain(needle);
    return text.slice(0, text.lastIndexOf(needle)).split('\n').length;
  };

const E522 = 'errors/522.mdx';
const CAUSE = 'causes/fw-drop-cloudflare.mdx';
const CHECK = 'checks/firewall-rules.yaml';
const DIRECT = 'symptoms/direct.yaml';
const FIGURES = 'cloudflare.yaml';
const SOURCES = 'sources.yaml';
const FIRST = 'questions/code.yaml';
const SIGHT = 'questions/sight.yaml';
const END = 'ends/before-server.yaml';
const GUIDE = 'guides/allow-cloudflare.mdx';
const DISPUTES = 'disputes.yaml';

const SCHEMA: readonly Case[] = [
  { name: 'a missing field', file: E522, mutate: swap(/^severity: .*\n/m, ''), expect: { line: 2, field: 'severity', text: /expected text/ } },
  { name: 'a missing field of a list entry', file: DIRECT, mutate: swap('  label: connection refused\n', ''), expect: { line: at('- id: direct-refused'), field: 'label', text: /expected text/ } },
  { name: 'an unknown field', file: E522, mutate: swap('category:', 'kategory:'), expect: { line: at('kategory:'), field: 'kategory', text: /[Uu]nrecognized/ } },
  { name: 'an unknown field deep inside', file: CAUSE, mutate: swap('root: true', 'sudo: true'), expect: { line: at('sudo: true'), field: 'fix.immediate.0.run.0.sudo', text: /[Uu]nrecognized/ } },
  { name: 'a value of the wrong type', file: CAUSE, mutate: swap('rank: 1 ', 'rank: first '), expect: { line: at('rank: first'), field: 'likelihood.rank', text: /number|int/ } },
  { name: 'a list where text belongs', file: CHECK, mutate: swap(/^title: .*$/m, 'title: [a, b]'), expect: { line: 1, field: 'title', text: /expected text/ } },
  { name: 'an unquoted date', file: E522, mutate: swap('date: "2025-05-21"', 'date: 2025'), expect: { line: at('date: 2025'), field: 'history.0.date', text: /quoted date/ } },
  { name: 'a date that no calendar has', file: SOURCES, mutate: swap('read: "2026-11-20"', 'read: "2026-13-20"'), expect: { line: at('2026-13-20'), field: 'read', text: /expected a date/ } },
  { name: 'an unquoted code', file: E522, mutate: swap('code: "522"', 'code: 522'), expect: { line: 2, field: 'code', text: /quoted code/ } },
  { name: 'a word outside a closed list', file: CAUSE, mutate: swap('area: filter', 'area: filters'), expect: { line: at('area: filters'), field: 'area', text: /./ } },
  { name: 'an IPv4 range that is none', file: FIGURES, mutate: swap('104.24.0.0/14', '104.24.0.0/99'), expect: { line: at('104.24.0.0/99'), field: 'ipv4.12', text: /IPv4 range/ } },
  { name: 'an IPv6 range that is none', file: FIGURES, mutate: swap('2400:cb00::/32', '2400:xb00::/32'), expect: { line: at('2400:xb00'), field: 'ipv6.0', text: /IPv6 range/ } },
  { name: 'an id in capitals', file: SOURCES, mutate: swap('- id: error-524\n', '- id: Error_524\n'), expect: { line: at('Error_524'), field: 'id', text: /lower-case/ } },
  { name: 'no source at all', file: CHECK, mutate: swap(/^sources: .*$/m, 'sources: []'), expect: { line: at('sources: []'), field: 'sources', text: /at least one id/ } },
  { name: 'a command that nobody says was run', file: CHECK, mutate: swap(/^ {4}ran: .*\n/m, ''), expect: { line: at('  - platform: iptables'), field: 'commands.0.ran', text: /./ } },
  { name: 'a cause without a step', file: CAUSE, mutate: swap(/^fix:\n[\s\S]*?^verify:/m, 'fix: {}\nverify:'), expect: { line: at('fix: {}'), field: 'fix', text: /at least one step/ } },
  { name: 'a public source without an address', file: SOURCES, mutate: swap(/^ {2}url: .*\n/m, ''), expect: { line: at('- id: error-522'), field: 'url', text: /public address/ } },
  { name: 'an unclosed bracket', file: CHECK, mutate: append('extra: [a, b'), expect: { line: (text) => text.split('\n').length, text: /valid YAML/ } },
  { name: 'a repeated key', file: CHECK, mutate: append('access: shell'), expect: { line: lastAt('access: shell'), text: /valid YAML.*unique/ } },
  { name: 'a broken quote in frontmatter', file: E522, mutate: swap('code: "522"', 'code: "522'), expect: { line: 2, text: /valid YAML/ } },
  { name: 'no frontmatter', file: GUIDE, mutate: swap('---\n', ''), expect: { line: 1, text: /frontmatter/ } },
  { name: 'a list file that is no list', file: DIRECT, mutate: () => 'id: direct-ok\n', expect: { line: 1, text: /not a list/ } },
  { name: 'an id used twice', file: 'symptoms/time.yaml', mutate: swap('- id: time-20\n', '- id: direct-ok\n'), expect: { line: at('- id: direct-ok'), field: 'id', text: /an id of its own.*direct\.yaml:1\b/ } },
];

const NOWHERE = 'zz-nowhere';

/** A reference that leads nowhere, for each field that holds one. */
function dangling(file: string, field: string, find: RegExp, by = NOWHERE): Case {
  const mutate: Mutate = (text) => text.replace(find, (_whole, before: string) => `${before}${by}`);
  return { name: `${file} ${field}`, file, mutate, expect: { line: at(by), field, text: /which does not exist/ } };
}

const ID = '[a-z0-9-]+';
const REFERENCES: readonly Case[] = [
  dangling(E522, 'sources.0', new RegExp(`(^sources: \\[)${ID}`, 'm')),
  dangling(E522, 'breaks.0.clock', /(clock: )connect/),
  dangling(E522, 'breaks.0.sources.0', new RegExp(`(breaks:[\\s\\S]*?sources: \\[)${ID}`)),
  dangling(E522, 'time.sources.0', new RegExp(`(^time:[\\s\\S]*?sources: \\[)${ID}`, 'm')),
  dangling(E522, 'side.sources.0', new RegExp(`(^side:[\\s\\S]*?sources: \\[)${ID}`, 'm')),
  dangling(E522, 'reached.sources.0', new RegExp(`(^reached:[\\s\\S]*?sources: \\[)${ID}`, 'm')),
  dangling(E522, 'repeat.sources.0', new RegExp(`(^repeat:[\\s\\S]*?sources: \\[)${ID}`, 'm')),
  dangling(E522, 'retry.sources.0', new RegExp(`(^retry:.*sources: \\[)${ID}`, 'm')),
  dangling(E522, 'retry.after', new RegExp(`(^retry:.*after: )${ID}`, 'm')),
  dangling(E522, 'common.cause', new RegExp(`(^common: \\{ cause: )${ID}`, 'm')),
  dangling(E522, 'firstCheck', new RegExp(`(^firstCheck: )${ID}`, 'm')),
  dangling(E522, 'siblings.0.code', /(^siblings:\n {2}- \{ code: ")\d+/m, '999'),
  dangling(E522, 'scenarios.0.cause', new RegExp(`(^scenarios:[\\s\\S]*?cause: )${ID}`, 'm')),
  dangling(E522, 'faq.0.sources.0', new RegExp(`(^faq:[\\s\\S]*?sources: \\[)${ID}`, 'm')),
  dangling(E522, 'history.0.sources.0', new RegExp(`(^history:[\\s\\S]*?sources: \\[)${ID}`, 'm')),
  dangling(CAUSE, 'sources.0', new RegExp(`(^sources: \\[)${ID}`, 'm')),
  dangling(CAUSE, 'evidence.0.symptom', new RegExp(`(symptom: )${ID}`)),
  dangling(CAUSE, 'lookalikes.0.cause', new RegExp(`(cause: )${ID}`)),
  dangling(CAUSE, 'confirm.0', new RegExp(`(^confirm: \\[)${ID}`, 'm')),
  dangling(CAUSE, 'verifyChecks.0', new RegExp(`(^verifyChecks: \\[)${ID}`, 'm')),
  dangling(CAUSE, 'lab.source', new RegExp(`(^ {2}source: )${ID}`, 'm')),
  dangling(CAUSE, 'guides.0', new RegExp(`(^guides: \\[)${ID}`, 'm')),
  dangling(CAUSE, 'fix.immediate.0.run.0.platform', new RegExp(`(platform: )${ID}`)),
  dangling(GUIDE, 'sources.0', new RegExp(`(^sources: \\[)${ID}`, 'm')),
  dangling(CHECK, 'sources.0', new RegExp(`(^sources: \\[)${ID}`, 'm')),
  dangling(CHECK, 'outcomes.0.symptom', new RegExp(`(symptom: )${ID}`)),
  dangling(CHECK, 'commands.0.platform', new RegExp(`(platform: )${ID}`)),
  dangling(FIRST, 'checks.0', new RegExp(`(^checks: \\[)${ID}`, 'm')),
  dangling(FIRST, 'answers.0.symptom', new RegExp(`(symptom: )${ID}`)),
  dangling(FIRST, 'answers.0.next', new RegExp(`(next: )${ID}`)),
  dangling(FIRST, 'none', new RegExp(`(^none: )${ID}`, 'm')),
  dangling(FIRST, 'unsure', new RegExp(`(^unsure: )${ID}`, 'm')),
  dangling(END, 'causes.0', new RegExp(`(^ {2}- )${ID}`, 'm')),
  dangling(END, 'decides.0.between.0', new RegExp(`(between: \\[)${ID}`)),
  dangling(END, 'decides.0.check', new RegExp(`(check: )${ID}`)),
  dangling(DISPUTES, 'sources.0', new RegExp(`(sources: \\[)${ID}`)),
  dangling(DISPUTES, 'errors.0', /(errors: \[")\d+/, '999'),
  dangling(DISPUTES, 'causes.0', new RegExp(`(causes: \\[)${ID}`)),
  dangling(FIGURES, 'sources.0', new RegExp(`(^ {2}sources: \\[)${ID}`, 'm')),
  dangling(FIGURES, 'values.0.source', new RegExp(`( {6}source: )${ID}`)),
];

const BODY_ANCHOR = 'A slow script is a [524](error:524)';
/** Puts words into the middle of a body, on a line of their own. */
const inBody = (words: string): Pick<Case, 'file' | 'mutate'> => ({ file: E522, mutate: swap(BODY_ANCHOR, `\n${words}\n${BODY_ANCHOR}`) });
const inField = (words: string): Pick<Case, 'file' | 'mutate'> => ({ file: CAUSE, mutate: swap(/^verify: >-\n/m, `verify: >-\n  ${words}\n`) });
const FIELD = { line: at('verify: >-'), field: 'verify' };

const PROSE: readonly Case[] = [
  { name: 'an unknown figure in a body', ...inBody('Wait {conect} now.'), expect: { line: at('{conect}'), field: 'body', text: /figure.*\{conect\}/ } },
  { name: 'an unknown figure in a field', ...inField('Wait {conect} now.'), expect: { ...FIELD, text: /figure.*\{conect\}/ } },
  { name: 'a figure on a day without a value', ...inField('Wait {ack@x} {connect@2031} {headers@1-1}.'), expect: { ...FIELD, text: /found/ } },
  { name: 'braces that are no figure', ...inBody('Write {Host: x} here.'), expect: { line: at('{Host'), field: 'body', text: /found "\{Host: x\}"/ } },
  { name: 'an unknown source in a body', ...inBody('It is so.[^error-52]'), expect: { line: at('[^error-52]\n'), field: 'body', text: /sources\.yaml.*\[\^error-52\]/ } },
  { name: 'an unknown source in a field', ...inField('It is so.[^infernce]'), expect: { ...FIELD, text: /\[\^infernce\]/ } },
  { name: 'a citation in capitals', ...inBody('It is so.[^Lab]'), expect: { line: at('[^Lab]'), field: 'body', text: /found "\[\^Lab\]"/ } },
  { name: 'a link that is cut off', ...inField('See [this](cause: x).'), expect: { ...FIELD, text: /found "\]\(cause: x\)"/ } },
  { name: 'a link of an unknown kind', ...inBody('See [this](symptom:direct-ok).'), expect: { line: at('symptom:direct-ok'), field: 'body', text: /expected a link to error:/ } },
  { name: 'a link over plain http', ...inField('See [this](http://example.com/).'), expect: { ...FIELD, text: /expected a link to error:/ } },
  { name: 'a page path without its last stroke', ...inField('See [this](page:/compare).'), expect: { ...FIELD, text: /starts and ends with/ } },
  { name: 'a page path without its first stroke', ...inBody('See [this](page:compare/).'), expect: { line: at('page:compare/'), field: 'body', text: /starts and ends with/ } },
  ...['error', 'cause', 'guide', 'check', 'dispute', 'question', 'source'].flatMap((kind): Case[] => [
    { name: `a ${kind} link in a body to nowhere`, ...inBody(`See [these\nwords](${kind}:${NOWHERE}).`), expect: { line: at('See [these'), field: 'body', text: /link to an entry.*zz-nowhere/ } },
    { name: `a ${kind} link in a field to nowhere`, ...inField(`See [words](${kind}:${NOWHERE}).`), expect: { ...FIELD, text: /link to an entry.*zz-nowhere/ } },
  ]),
  { name: 'an unknown figure in linked words of a body', ...inBody('See [first\nwait {conect} now](page:/).'), expect: { line: at('wait {conect}'), field: 'body', text: /\{conect\}/ } },
  { name: 'an unknown source in strong words of a body', ...inBody('It is **so\nand so[^nope]** here.'), expect: { line: at('and so[^nope]'), field: 'body', text: /\[\^nope\]/ } },
  { name: 'a mark inside a mark in a field', ...inField('Wait **at least {connect}** now.'), expect: { ...FIELD, text: /plain words.*\{connect\}/ } },
  { name: 'code inside a link in a field', ...inField('Run [`ss`](check:firewall-rules).'), expect: { ...FIELD, text: /plain words.*code/ } },
];

const FIGURE_TYPED = /figure from content\/cloudflare\.yaml/;
const TYPED: readonly Case[] = [
  ...['19 s', '19 seconds', '19-second', '19\u00a0s', '19s', '**19** s', '15 s', '125 s', '100 seconds', '900 s', '128 KB', '32 kB', '30 sec'].map(
    (figure): Case => ({ name: `"${figure}" in a body`, ...inBody(`It takes ${figure} here.`), expect: { line: at(`It takes ${figure}`), field: 'body', text: FIGURE_TYPED } }),
  ),
  { name: 'a clock in a field', ...inField('It takes 19 seconds.'), expect: { ...FIELD, text: FIGURE_TYPED } },
  { name: 'a clock in a symptom', file: DIRECT, mutate: swap('label: connection timed out', 'label: silence for 90 s'), expect: { line: at('silence for 90 s'), field: 'label', text: FIGURE_TYPED } },
  { name: 'a clock across two lines', ...inBody('It takes 19\nseconds here.'), expect: { line: at('It takes 19'), field: 'body', text: FIGURE_TYPED } },
  { name: 'a listed range', ...inBody('Allow 104.24.0.0/14 here.'), expect: { line: at('104.24.0.0/14'), field: 'body', text: /104\.24\.0\.0\/14/ } },
  { name: 'a listed IPv6 range', ...inField('Allow 2606:4700::/32 here.'), expect: { ...FIELD, text: /2606:4700/ } },
  { name: 'a range of the past', ...inField('Allow 104.16.0.0/12 here.'), expect: { ...FIELD, text: /104\.16\.0\.0\/12/ } },
];

const GRAPH: readonly Case[] = [
  { name: 'a question that nothing leads to', file: 'questions/zz-lost.yaml', from: SIGHT, mutate: same, expect: { line: 1, text: /a way here from the first question/ } },
  { name: 'an end that nothing leads to', file: 'ends/zz-lost.yaml', from: END, mutate: same, expect: { line: 1, text: /a way here from the first question/ } },
  { name: 'a loop', file: SIGHT, mutate: swap(/^none: .*$/m, 'none: code'), expect: { line: at('none: code'), field: 'none', text: /loop code → sight → code/ } },
  { name: 'a question that leads to itself', file: SIGHT, mutate: swap(/next: .*/, 'next: sight'), expect: { line: at('next: sight'), field: 'answers.0.next', text: /loop sight → sight/ } },
  { name: 'an answer given twice', file: FIRST, mutate: swap('answers:\n', 'answers:\n  - symptom: code-521\n    next: sight\n'), expect: { line: lastAt('symptom: code-521'), field: 'answers.2.symptom', text: /"code-521" again/ } },
  { name: 'answers of two groups', file: FIRST, mutate: swap('symptom: code-520', 'symptom: direct-ok'), expect: { line: at('answers:'), field: 'answers', text: /one exclusive group/, severity: 'warning' } },
  { name: 'a cause in no end', file: 'causes/zz-alone.mdx', from: CAUSE, mutate: same, expect: { line: 2, field: 'title', text: /candidate of at least one end/ } },
  { name: 'an error without an answer', file: 'errors/599.mdx', from: E522, mutate: swap('code: "522"', 'code: "599"'), expect: { line: 2, field: 'code', text: /answer "code-599"/ } },
  { name: 'a candidate named twice', file: END, mutate: (text) => text.replace(/^causes:\n( {2}- .*\n)/m, 'causes:\n$1$1'), expect: { line: (text) => text.slice(0, text.indexOf('causes:')).split('\n').length + 2, field: 'causes.1', text: /each candidate once/ } },
  { name: 'a decision about a cause that is no candidate', file: END, mutate: swap(/between: \[[a-z0-9-]+/, 'between: [cert-expired'), expect: { line: at('[cert-expired'), field: 'decides.0.between.0', text: /one of the causes of this end/ } },
  { name: 'a first cause that the path excludes', file: 'ends/not-running.yaml', walks: true, mutate: swap(/^causes:\n {2}- .*\n/m, 'causes:\n  - bind-localhost\n'), expect: { line: at('- bind-localhost'), field: 'causes.0', text: /excluded by "listen-none"/ } },
];

const EVIDENCE = 'evidence:\n';
const evidence = (symptom: string, weight: string): Mutate => swap(EVIDENCE, `${EVIDENCE}  - symptom: ${symptom}\n    weight: ${weight}\n`);

const HONESTY: readonly Case[] = [
  { name: 'a context that excludes', file: CAUSE, mutate: all(swap(/ {2}- symptom: change-firewall\n.*\n/, ''), evidence('change-firewall', 'excludes')), expect: { line: at('weight: excludes'), field: 'evidence.0.weight', text: /is context/ } },
  { name: 'health from outside that excludes a filter', file: CAUSE, mutate: evidence('direct-ok', 'excludes'), expect: { line: at('weight: excludes'), field: 'evidence.0.weight', text: /health seen from outside.*filter/ } },
  { name: 'health from outside that excludes a route', file: CAUSE, mutate: all(swap('area: filter', 'area: route'), evidence('direct-ok', 'excludes')), expect: { line: at('weight: excludes'), field: 'evidence.0.weight', text: /health seen from outside.*route/ } },
  { name: 'a symptom named twice', file: CAUSE, mutate: evidence('syn-rst', 'against'), expect: { line: lastAt('symptom: syn-rst'), text: /"syn-rst" again/ } },
  { name: 'nothing in favour', file: CAUSE, mutate: (text) => text.replaceAll(/weight: (?:decisive|supports)/g, 'weight: against'), expect: { line: at('evidence:'), field: 'evidence', text: /decisive or supports/ } },
  { name: 'its own look-alike', file: CAUSE, mutate: swap(/- cause: .*/, '- cause: fw-drop-cloudflare'), expect: { line: at('- cause: fw-drop-cloudflare'), field: 'lookalikes.0.cause', text: /found this one/ } },
  { name: 'documented by nobody', file: CAUSE, mutate: swap(/^sources: .*$/m, 'sources: [lab-trial]'), expect: { line: at('certainty: documented'), field: 'codes.0.certainty', text: /kind primary/ } },
  { name: 'a claim without a source', file: CAUSE, mutate: append('', '## More', '', 'It is so.'), expect: { line: lastAt('It is so.'), field: 'body', text: /no citation/ } },
  { name: 'an audience without a source', file: E522, mutate: swap(/<Audience who="visitor">[\s\S]*?<\/Audience>/, '<Audience who="visitor">\n\nWait.\n\n</Audience>'), expect: { line: at('Wait.\n'), field: 'body', text: /no citation/ } },
  { name: 'a source that nothing uses', file: SOURCES, mutate: append('', '- id: zz-unused', '  title: x', '  publisher: x', '  kind: mechanism', '  dated: x', '  read: "2026-11-20"', '  opened: false'), expect: { line: at('- id: zz-unused'), field: 'id', text: /cite "zz-unused"/, severity: 'warning' } },
  { name: 'a copy read long ago', file: SOURCES, mutate: swap('read: "2026-11-20"', 'read: "2025-11-20"'), expect: { line: at('"2025-11-20"'), field: 'read', text: /on or after 2025-11-21/, severity: 'warning' } },
];

const BLOCKS = /(<Audience who="visitor">[\s\S]*?<\/Audience>\n\n)(<Audience who="owner">[\s\S]*?<\/Audience>\n\n)/;
const PAGES: readonly Case[] = [
  { name: 'a file named after another code', file: E522, mutate: swap('code: "522"', 'code: "521"'), expect: { line: 2, field: 'code', text: /the code "522"/ } },
  { name: 'conditions without letters', file: E522, mutate: swap('  - id: B\n    at: request', '  - at: request'), expect: { line: at('- at: request'), field: 'breaks.1.id', text: /letter of its own, found none/ } },
  { name: 'one letter for two conditions', file: E522, mutate: swap('- id: B', '- id: A'), expect: { line: lastAt('- id: A'), field: 'breaks.1.id', text: /"A" again/ } },
  { name: 'an alias that is the id of another', file: CAUSE, mutate: swap('area: filter', 'area: filter\naliases: [zz-free, cert-expired]'), expect: { line: at('aliases:'), field: 'aliases.1', text: /"cert-expired", which is the id of/ } },
  { name: 'an alias given twice', file: CAUSE, mutate: swap('area: filter', 'area: filter\naliases: [zz-free, zz-free]'), expect: { line: at('aliases:'), field: 'aliases.1', text: /an alias of fw-drop-cloudflare/ } },
  { name: 'an alias of a guide that is the id of another', file: GUIDE, mutate: swap('audiences:', 'aliases: [ask-your-host]\naudiences:'), expect: { line: at('aliases:'), field: 'aliases.0', text: /"ask-your-host"/ } },
  { name: 'a missing audience', file: E522, mutate: swap(/<Audience who="api-client">[\s\S]*/, ''), expect: { line: (text) => text.split('\n').length, field: 'body', text: /block for "api-client"/ } },
  { name: 'audiences in another order', file: E522, mutate: (text) => text.replace(BLOCKS, '$2$1'), expect: { line: at('<Audience who="owner">'), field: 'body', text: /block for "visitor", found "owner"/ } },
  { name: 'an audience that we do not have', file: E522, mutate: swap('who="developer"', 'who="dev"'), expect: { line: at('who="dev"'), field: 'body', text: /block for "developer", found "dev"/ } },
  { name: 'a sixth block', file: E522, mutate: append('', '<Audience who="visitor">', '', 'More.[^lab]', '', '</Audience>'), expect: { line: lastAt('<Audience who="visitor">'), field: 'body', text: /no further block/ } },
  { name: 'an empty block', file: E522, mutate: swap(/<Audience who="owner">[\s\S]*?<\/Audience>/, '<Audience who="owner">\n\n</Audience>'), expect: { line: at('<Audience who="owner">'), field: 'body', text: /empty block/ } },
  { name: 'text outside the blocks', file: E522, mutate: swap('\n<Audience who="owner">', '\nBy the way.[^lab]\n\n<Audience who="owner">'), expect: { line: at('By the way.'), field: 'body', text: /nothing outside/ } },
  { name: 'an import', file: CAUSE, mutate: append('', "import X from './x.astro';"), expect: { line: at('import X'), field: 'body', text: /expected prose/ } },
  { name: 'an export', file: GUIDE, mutate: append('', 'export const x = 1;'), expect: { line: at('export const'), field: 'body', text: /expected prose/ } },
  { name: 'raw HTML', file: CAUSE, mutate: append('', 'A <b>word</b>.'), expect: { line: at('<b>'), field: 'body', text: /no HTML or JSX.*<b>/ } },
  { name: 'a tag of JSX', file: GUIDE, mutate: append('', '<Figure id="connect" />'), expect: { line: at('<Figure'), field: 'body', text: /no HTML or JSX/ } },
  { name: 'an HTML comment', file: E522, mutate: swap(BODY_ANCHOR, `<!-- no -->\n${BODY_ANCHOR}`), expect: { line: at('<!--'), field: 'body', text: /no HTML or JSX/ } },
];

const UFW = / {12}for range in \{\{ipv4\}\} \{\{ipv6\}\}; do ufw .*/;
const DANGEROUS: readonly [name: string, run: string, text: RegExp][] = [
  ['an allow rule at the end of INPUT', 'iptables -A INPUT -p tcp --dport 443 -j ACCEPT', /appended to INPUT/],
  ['the same for IPv6, in long form', 'ip6tables --append INPUT -p tcp --dport 443 --jump ACCEPT', /appended to INPUT/],
  ['kill -9 on the PHP-FPM master', 'kill -9 $(cat /run/php/php8.2-fpm.pid)', /PHP-FPM master/],
  ['pkill -9 on PHP-FPM', 'pkill -9 php-fpm8.2', /PHP-FPM master/],
  ['a firewall switched off', 'ufw disable', /danger text.*ufw disable/],
  ['rules flushed', 'iptables -t filter -F INPUT', /danger text.*flushing/],
  ['a script piped into a shell', 'curl -fsSL https://example.com/x.sh | sudo bash', /piped into a shell/],
  ['a script substituted into a shell', 'bash <(curl -s https://example.com/x.sh)', /piped into a shell/],
  ['one address family only', 'for r in {{ipv4}}; do ufw insert 1 allow from "$r"; done', /both address families/],
  ['a mistyped placeholder', 'echo {{ipv4}} {{ipv6}} {{ip6}}', /only the placeholders/],
];
const FENCED = '\n## More\n\nSo.[^lab]\n\n```sh where="On the server" changes="traffic"';
const DANGER: readonly Case[] = [
  ...DANGEROUS.map(
    ([name, run, text]): Case => ({
      name,
      file: CAUSE,
      mutate: swap(UFW, `            ${run}`),
      expect: { line: (now) => now.slice(0, now.indexOf(run)).split('\n').length - 1, field: 'fix.immediate.0.run.1.run', text },
    }),
  ),
  { name: 'danger in a fence', file: GUIDE, mutate: append(FENCED, 'echo now', 'ufw disable', '```'), expect: { line: at('echo now'), field: 'body', text: /ufw disable/ } },
  { name: 'one family in a fence', file: GUIDE, mutate: append(FENCED, 'nft add element inet filter x { {{ipv4,}} }', '```'), expect: { line: at('nft add element inet filter x'), field: 'body', text: /both address families/ } },
  { name: 'danger in a check', file: CHECK, mutate: swap('ufw status verbose', 'ufw --force disable'), expect: { line: (text) => text.slice(0, text.indexOf('ufw --force')).split('\n').length - 1, field: 'commands.2.run', text: /ufw disable/ } },
];

/** What must pass, so that the rules above refuse no more than they should. */
const HARMLESS: readonly Pick<Case, 'name' | 'file' | 'mutate'>[] = [
  { name: 'figures in code', ...inBody('Set `timeout 19 s` and `{x}`, [`^y`](page:/compare/), `[^z]`, `<b>`.') },
  { name: 'figures in a fence', ...inBody('\n```nginx\n# 19 s {x} [^z] <b> 104.24.0.0/14\nimport x from "y"\n```\n') },
  { name: 'explicit literals', ...inBody("The default is {'60 s'}, or {'104.24.0.0/14'}.") },
  { name: 'literals and figures in a field', ...inField("The default is {'60 s'}; {connect} now, {connect@2025-01-01} then.") },
  { name: 'numbers that are no clock', ...inBody('Port 443, 190 s, 1.19 s, 19 servers, 522 KB, 119 seconds, the 400s, 104.24.0.0/140.') },
  { name: 'links of every kind', ...inBody('[a](error:524) [b](cause:cert-expired) [c](check:firewall-rules) [d](question:code) [e](source:error-522) [f](page:/) [g](https://example.com/).') },
  { name: 'markers', ...inField('So.[^inference][^unverified][^experience][^lab]') },
  { name: 'an arrow and a comparison', ...inBody('Up to 5 < 6 and a <= b.') },
  { name: 'context against a cause', file: CAUSE, mutate: swap(/symptom: change-firewall\n {4}weight: supports/, 'symptom: change-firewall\n    weight: against') },
  { name: 'danger that is told', file: CAUSE, mutate: swap(UFW, '            ufw disable\n          danger: All ports open.') },
  { name: 'danger that is told in a fence', file: GUIDE, mutate: append(FENCED.replace('```sh', '```sh danger="All ports open."'), 'ufw disable', '```') },
  { name: 'PHP-FPM workers killed', file: CAUSE, mutate: swap(UFW, "            pkill -9 -f 'php-fpm: pool www'") },
  { name: 'a Go template', file: CAUSE, mutate: swap(UFW, "            docker ps --format '{{.Names}} {{json .}}'") },
  { name: 'a pipe that is no shell', file: CAUSE, mutate: swap(UFW, '            curl -s https://example.com/ | shasum') },
  { name: 'a free alias', file: CAUSE, mutate: swap('area: filter', 'area: filter\naliases: [zz-free]') },
  { name: 'a copy read a year ago to the day', file: SOURCES, mutate: swap('read: "2026-11-20"', 'read: "2025-11-21"') },
];

const key = ({ file, field, expected }: Problem): string => `${file} ${field} ${expected}`;

function problemsWith({ file, from, mutate, walks }: Pick<Case, 'file' | 'from' | 'mutate' | 'walks'>): { text: string; problems: readonly Problem[]; built: boolean } {
  const before = readFileSync(`${ROOT}/${from ?? file}`, 'utf8');
  const text = mutate(before);
  if (from === undefined) expect(text, 'the mutation changed nothing').not.toBe(before);
  walking.on = walks === true;
  const { problems, knowledge } = loadKnowledge(ROOT, TODAY, new Map([[file, text]]));
  return { text, problems, built: knowledge !== undefined };
}

describe('the content as it is', () => {
  it('has no error', () => {
    walking.on = true;
    const { problems, knowledge } = loadKnowledge(ROOT, TODAY);
    expect(problems.filter((problem) => problem.severity === 'error').map(formatProblem)).toEqual([]);
    expect(knowledge).toBeDefined();
  });

  it('is read in well under a second once it is parsed', () => {
    walking.on = false;
    loadKnowledge(ROOT, TODAY);
    const start = performance.now();
    loadKnowledge(ROOT, TODAY);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('broken content is refused', () => {
  let known: ReadonlySet<string>;
  beforeAll(() => {
    walking.on = false;
    known = new Set(loadKnowledge(ROOT, TODAY).problems.map(key));
  });

  describe.each([
    ['by its schema', SCHEMA],
    ['for a reference to nowhere', REFERENCES],
    ['for its prose', PROSE],
    ['for figures typed in prose', TYPED],
    ['for the troubleshooter’s graph', GRAPH],
    ['for its evidence and sources', HONESTY],
    ['for its pages', PAGES],
    ['for dangerous commands', DANGER],
  ])('%s', (_group, cases) => {
    it.each(cases)('$name', (broken) => {
      const { line, field, text: words, severity = 'error' } = broken.expect;
      const { text, problems, built } = problemsWith(broken);
      const wanted = { file: `content/${broken.file}`, line: typeof line === 'number' ? line : line(text), severity };
      const fresh = problems.filter((problem) => !known.has(key(problem)));
      const found = fresh.find(
        (problem) =>
          problem.file === wanted.file && problem.line === wanted.line && problem.severity === severity && (field === undefined || problem.field === field) && words.test(problem.expected),
      );
      expect(found, `wanted ${JSON.stringify({ ...wanted, field })} ${String(words)}, found\n${fresh.map(formatProblem).join('\n')}`).toBeDefined();
      expect(found?.remedy.length).toBeGreaterThan(8);
      expect(formatProblem(found as Problem)).toContain(`${severity}: ${wanted.file}:${String(wanted.line)}`);
      if (severity === 'error') expect(built).toBe(false);
    });
  });

  it('breaks it in at least 40 ways', () => {
    const cases = [SCHEMA, REFERENCES, PROSE, TYPED, GRAPH, HONESTY, PAGES, DANGER].flat();
    expect(cases.length).toBeGreaterThan(40);
  });

  it.each(HARMLESS)('but not $name', (harmless) => {
    const fresh = problemsWith(harmless).problems.filter((problem) => !known.has(key(problem)));
    expect(fresh.map(formatProblem)).toEqual([]);
  });
});

describe('a file that is gone', () => {
  it('without the addresses, nothing is built', () => {
    expect(loadKnowledge(ROOT, TODAY, new Map([[FIGURES, null]])).knowledge).toBeUndefined();
  });

  it('without the first question, the check asks for it', () => {
    walking.on = false;
    const { problems } = loadKnowledge(ROOT, TODAY, new Map([[FIRST, null]]));
    expect(problems).toContainEqual(expect.objectContaining({ file: `content/${FIRST}`, line: 1, severity: 'error' }));
  });

  it('without a symptom file, each use of its symptoms is told', () => {
    walking.on = false;
    const { problems } = loadKnowledge(ROOT, TODAY, new Map([[DIRECT, null]]));
    expect(problems.filter((problem) => problem.expected.includes('"direct-ok"')).length).toBeGreaterThan(2);
  });
});
