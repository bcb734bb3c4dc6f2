import { NOWHERE } from './form.ts';
import {
  type Mutate,
  type Case,
  swap,
  all,
  append,
  same,
  at,
  lastAt,
  E522,
  CAUSE,
  CHECK,
  DIRECT,
  SOURCES,
  FIRST,
  SIGHT,
  END,
  GUIDE,
} from './edit.ts';

const BODY_ANCHOR = 'A slow script is a [524](error:524)';
/** Puts words into the middle of a body, on a line of their own. */
const inBody = (words: string): Pick<Case, 'file' | 'mutate'> => ({
  file: E522,
  mutate: swap(BODY_ANCHOR, `\n${words}\n${BODY_ANCHOR}`),
});
const inField = (words: string): Pick<Case, 'file' | 'mutate'> => ({
  file: CAUSE,
  mutate: swap(/^verify: >-\n/m, `verify: >-\n  ${words}\n`),
});
const FIELD = { line: at('verify: >-'), field: 'verify' };

export const PROSE: readonly Case[] = [
  {
    name: 'an unknown figure in a body',
    ...inBody('Wait {conect} now.'),
    expect: { line: at('{conect}'), field: 'body', text: /figure.*\{conect\}/ },
  },
  {
    name: 'an unknown figure in a field',
    ...inField('Wait {conect} now.'),
    expect: { ...FIELD, text: /figure.*\{conect\}/ },
  },
  {
    name: 'a figure on a day without a value',
    ...inField('Wait {ack@x} {connect@2031} {headers@1-1}.'),
    expect: { ...FIELD, text: /found/ },
  },
  {
    name: 'braces that are no figure',
    ...inBody('Write {Host: x} here.'),
    expect: { line: at('{Host'), field: 'body', text: /found "\{Host: x\}"/ },
  },
  {
    name: 'an unknown source in a body',
    ...inBody('It is so.[^error-52]'),
    expect: { line: at('[^error-52]\n'), field: 'body', text: /sources\.yaml.*\[\^error-52\]/ },
  },
  {
    name: 'an unknown source in a field',
    ...inField('It is so.[^infernce]'),
    expect: { ...FIELD, text: /\[\^infernce\]/ },
  },
  {
    name: 'a citation in capitals',
    ...inBody('It is so.[^Lab]'),
    expect: { line: at('[^Lab]'), field: 'body', text: /found "\[\^Lab\]"/ },
  },
  {
    name: 'a link that is cut off',
    ...inField('See [this](cause: x).'),
    expect: { ...FIELD, text: /found "\]\(cause: x\)"/ },
  },
  {
    name: 'a link of an unknown kind',
    ...inBody('See [this](symptom:direct-ok).'),
    expect: { line: at('symptom:direct-ok'), field: 'body', text: /expected a link to error:/ },
  },
  {
    name: 'a link over plain http',
    ...inField('See [this](http://example.com/).'),
    expect: { ...FIELD, text: /expected a link to error:/ },
  },
  {
    name: 'a page path without its last stroke',
    ...inField('See [this](page:/compare).'),
    expect: { ...FIELD, text: /starts and ends with/ },
  },
  {
    name: 'a page path without its first stroke',
    ...inBody('See [this](page:compare/).'),
    expect: { line: at('page:compare/'), field: 'body', text: /starts and ends with/ },
  },
  ...['error', 'cause', 'guide', 'check', 'dispute', 'question', 'source'].flatMap((kind): Case[] => [
    {
      name: `a ${kind} link in a body to nowhere`,
      ...inBody(`See [these\nwords](${kind}:${NOWHERE}).`),
      expect: { line: at('See [these'), field: 'body', text: /link to an entry.*zz-nowhere/ },
    },
    {
      name: `a ${kind} link in a field to nowhere`,
      ...inField(`See [words](${kind}:${NOWHERE}).`),
      expect: { ...FIELD, text: /link to an entry.*zz-nowhere/ },
    },
  ]),
  {
    name: 'an unknown figure in linked words of a body',
    ...inBody('See [first\nwait {conect} now](page:/).'),
    expect: { line: at('wait {conect}'), field: 'body', text: /\{conect\}/ },
  },
  {
    name: 'an unknown source in strong words of a body',
    ...inBody('It is **so\nand so[^nope]** here.'),
    expect: { line: at('and so[^nope]'), field: 'body', text: /\[\^nope\]/ },
  },
  {
    name: 'a mark inside a mark in a field',
    ...inField('Wait **at least {connect}** now.'),
    expect: { ...FIELD, text: /plain words.*\{connect\}/ },
  },
  {
    name: 'code inside a link in a field',
    ...inField('Run [`ss`](check:firewall-rules).'),
    expect: { ...FIELD, text: /plain words.*code/ },
  },
];

const FIGURE_TYPED = /figure from content\/cloudflare\.yaml/;
export const TYPED: readonly Case[] = [
  ...[
    '19 s',
    '19 seconds',
    '19-second',
    '19\u00a0s',
    '19s',
    '**19** s',
    '15 s',
    '125 s',
    '100 seconds',
    '900 s',
    '128 KB',
    '32 kB',
    '30 sec',
  ].map((figure): Case => ({
    name: `"${figure}" in a body`,
    ...inBody(`It takes ${figure} here.`),
    expect: { line: at(`It takes ${figure}`), field: 'body', text: FIGURE_TYPED },
  })),
  { name: 'a clock in a field', ...inField('It takes 19 seconds.'), expect: { ...FIELD, text: FIGURE_TYPED } },
  {
    name: 'a clock in a symptom',
    file: DIRECT,
    mutate: swap('label: the direct call times out', 'label: silence for 90 s'),
    expect: { line: at('silence for 90 s'), field: 'label', text: FIGURE_TYPED },
  },
  {
    name: 'a clock across two lines',
    ...inBody('It takes 19\nseconds here.'),
    expect: { line: at('It takes 19'), field: 'body', text: FIGURE_TYPED },
  },
  {
    name: 'a listed range',
    ...inBody('Allow 104.24.0.0/14 here.'),
    expect: { line: at('104.24.0.0/14'), field: 'body', text: /104\.24\.0\.0\/14/ },
  },
  { name: 'a listed IPv6 range', ...inField('Allow 2606:4700::/32 here.'), expect: { ...FIELD, text: /2606:4700/ } },
  {
    name: 'a range of the past',
    ...inField('Allow 104.16.0.0/12 here.'),
    expect: { ...FIELD, text: /104\.16\.0\.0\/12/ },
  },
];

export const GRAPH: readonly Case[] = [
  {
    name: 'a question that nothing leads to',
    file: 'questions/zz-lost.yaml',
    from: SIGHT,
    mutate: same,
    expect: { line: 1, text: /a way here from the first question/ },
  },
  {
    name: 'an end that nothing leads to',
    file: 'ends/zz-lost.yaml',
    from: END,
    mutate: same,
    expect: { line: 1, text: /a way here from the first question/ },
  },
  ...[
    { what: 'a question', file: 'questions/map.yaml', from: SIGHT },
    { what: 'an end', file: 'ends/map.yaml', from: END },
  ].map(({ what, file, from }): Case => ({
    name: `${what} at the address of the map`,
    file,
    from,
    mutate: same,
    expect: { line: 1, text: /another name than "map"/ },
  })),
  {
    name: 'a loop',
    file: SIGHT,
    mutate: swap(/^none: .*$/m, 'none: code'),
    expect: { line: at('none: code'), field: 'none', text: /loop code → sight → code/ },
  },
  {
    name: 'a question that leads to itself',
    file: SIGHT,
    mutate: swap(/next: .*/, 'next: sight'),
    expect: { line: at('next: sight'), field: 'answers.0.next', text: /loop sight → sight/ },
  },
  {
    name: 'an answer given twice',
    file: FIRST,
    mutate: swap('answers:\n', 'answers:\n  - symptom: code-521\n    next: sight\n'),
    expect: { line: lastAt('symptom: code-521'), field: 'answers.4.symptom', text: /"code-521" again/ },
  },
  {
    name: 'answers of two groups',
    file: FIRST,
    mutate: swap('symptom: code-520', 'symptom: direct-ok'),
    expect: { line: at('answers:'), field: 'answers', text: /one exclusive group/, severity: 'warning' },
  },
  {
    name: 'a cause in no end',
    file: 'causes/zz-alone.mdx',
    from: CAUSE,
    mutate: same,
    expect: { line: 2, field: 'title', text: /candidate of at least one end/ },
  },
  {
    name: 'an error without an answer',
    file: 'errors/599.mdx',
    from: E522,
    mutate: swap('code: "522"', 'code: "599"'),
    expect: { line: 2, field: 'code', text: /answer "code-599"/ },
  },
  {
    name: 'a candidate named twice',
    file: END,
    mutate: (text) => text.replace(/^causes:\n( {2}- .*\n)/m, 'causes:\n$1$1'),
    expect: {
      line: (text) => text.slice(0, text.indexOf('causes:')).split('\n').length + 2,
      field: 'causes.1',
      text: /each candidate once/,
    },
  },
  {
    name: 'a decision about a cause that is no candidate',
    file: END,
    mutate: swap(/between: \[[a-z0-9-]+/, 'between: [cert-expired'),
    expect: { line: at('[cert-expired'), field: 'decides.0.between.0', text: /one of the causes of this end/ },
  },
  {
    name: 'a first cause that the path excludes',
    file: 'ends/not-running.yaml',
    walks: true,
    mutate: swap(/^causes:\n {2}- .*\n/m, 'causes:\n  - bind-localhost\n'),
    expect: { line: at('- bind-localhost'), field: 'causes.0', text: /excluded by "listen-none"/ },
  },
];

const EVIDENCE = 'evidence:\n';
const evidence = (symptom: string, weight: string): Mutate =>
  swap(EVIDENCE, `${EVIDENCE}  - symptom: ${symptom}\n    weight: ${weight}\n`);

export const HONESTY: readonly Case[] = [
  {
    name: 'a context that excludes',
    file: CAUSE,
    mutate: all(swap(/ {2}- symptom: change-firewall\n.*\n/, ''), evidence('change-firewall', 'excludes')),
    expect: { line: at('weight: excludes'), field: 'evidence.0.weight', text: /is context/ },
  },
  {
    name: 'health from outside that excludes a filter',
    file: CAUSE,
    mutate: evidence('direct-ok', 'excludes'),
    expect: { line: at('weight: excludes'), field: 'evidence.0.weight', text: /health seen from outside.*filter/ },
  },
  {
    name: 'health from outside that excludes a route',
    file: CAUSE,
    mutate: all(swap('area: filter', 'area: route'), evidence('direct-ok', 'excludes')),
    expect: { line: at('weight: excludes'), field: 'evidence.0.weight', text: /health seen from outside.*route/ },
  },
  {
    name: 'a symptom named twice',
    file: CAUSE,
    mutate: evidence('syn-rst', 'against'),
    expect: { line: lastAt('symptom: syn-rst'), text: /"syn-rst" again/ },
  },
  {
    name: 'nothing in favour',
    file: CAUSE,
    mutate: (text) => text.replaceAll(/weight: (?:decisive|supports)/g, 'weight: against'),
    expect: { line: at('evidence:'), field: 'evidence', text: /decisive or supports/ },
  },
  {
    name: 'its own look-alike',
    file: CAUSE,
    mutate: swap(/- cause: .*/, '- cause: fw-drop-cloudflare'),
    expect: { line: at('- cause: fw-drop-cloudflare'), field: 'lookalikes.0.cause', text: /found this one/ },
  },
  {
    name: 'documented by nobody',
    file: CAUSE,
    mutate: swap(/^sources: .*$/m, 'sources: [lab-trial]'),
    expect: { line: at('certainty: documented'), field: 'codes.0.certainty', text: /kind primary/ },
  },
  {
    name: 'a claim without a source',
    file: CAUSE,
    mutate: append('', '## More', '', 'It is so.'),
    expect: { line: lastAt('It is so.'), field: 'body', text: /no citation/ },
  },
  {
    name: 'an audience without a source',
    file: E522,
    mutate: swap(/<Audience who="visitor">[\s\S]*?<\/Audience>/, '<Audience who="visitor">\n\nWait.\n\n</Audience>'),
    expect: { line: at('Wait.\n'), field: 'body', text: /no citation/ },
  },
  {
    name: 'a source that nothing uses',
    file: SOURCES,
    mutate: append(
      '',
      '- id: zz-unused',
      '  title: x',
      '  publisher: x',
      '  kind: mechanism',
      '  dated: x',
      '  read: "2026-11-20"',
      '  opened: false',
    ),
    expect: { line: at('- id: zz-unused'), field: 'id', text: /cite "zz-unused"/, severity: 'warning' },
  },
  {
    name: 'a copy read long ago',
    file: SOURCES,
    mutate: swap('read: "2026-11-20"', 'read: "2025-11-20"'),
    expect: { line: at('"2025-11-20"'), field: 'read', text: /on or after 2025-11-21/, severity: 'warning' },
  },
];

const BLOCKS = /(<Audience who="visitor">[\s\S]*?<\/Audience>\n\n)(<Audience who="owner">[\s\S]*?<\/Audience>\n\n)/;
export const PAGES: readonly Case[] = [
  {
    name: 'a file named after another code',
    file: E522,
    mutate: swap('code: "522"', 'code: "521"'),
    expect: { line: 2, field: 'code', text: /the code "522"/ },
  },
  {
    name: 'conditions without letters',
    file: E522,
    mutate: swap('  - id: B\n    at: request', '  - at: request'),
    expect: { line: at('- at: request'), field: 'breaks.1.id', text: /letter of its own, found none/ },
  },
  {
    name: 'one letter for two conditions',
    file: E522,
    mutate: swap('- id: B', '- id: A'),
    expect: { line: lastAt('- id: A'), field: 'breaks.1.id', text: /"A" again/ },
  },
  {
    name: 'an alias that is the id of another',
    file: CAUSE,
    mutate: swap('area: filter', 'area: filter\naliases: [zz-free, cert-expired]'),
    expect: { line: at('aliases:'), field: 'aliases.1', text: /"cert-expired", which is the id of/ },
  },
  {
    name: 'an alias given twice',
    file: CAUSE,
    mutate: swap('area: filter', 'area: filter\naliases: [zz-free, zz-free]'),
    expect: { line: at('aliases:'), field: 'aliases.1', text: /an alias of fw-drop-cloudflare/ },
  },
  {
    name: 'an alias of a guide that is the id of another',
    file: GUIDE,
    mutate: swap('audiences:', 'aliases: [ask-your-host]\naudiences:'),
    expect: { line: at('aliases:'), field: 'aliases.0', text: /"ask-your-host"/ },
  },
  {
    name: 'a missing audience',
    file: E522,
    mutate: swap(/<Audience who="api-client">[\s\S]*/, ''),
    expect: { line: (text) => text.split('\n').length, field: 'body', text: /block for "api-client"/ },
  },
  {
    name: 'audiences in another order',
    file: E522,
    mutate: (text) => text.replace(BLOCKS, '$2$1'),
    expect: { line: at('<Audience who="owner">'), field: 'body', text: /block for "visitor", found "owner"/ },
  },
  {
    name: 'an audience that we do not have',
    file: E522,
    mutate: swap('who="developer"', 'who="dev"'),
    expect: { line: at('who="dev"'), field: 'body', text: /block for "developer", found "dev"/ },
  },
  {
    name: 'a sixth block',
    file: E522,
    mutate: append('', '<Audience who="visitor">', '', 'More.[^lab]', '', '</Audience>'),
    expect: { line: lastAt('<Audience who="visitor">'), field: 'body', text: /no further block/ },
  },
  {
    name: 'an empty block',
    file: E522,
    mutate: swap(/<Audience who="owner">[\s\S]*?<\/Audience>/, '<Audience who="owner">\n\n</Audience>'),
    expect: { line: at('<Audience who="owner">'), field: 'body', text: /empty block/ },
  },
  {
    name: 'text outside the blocks',
    file: E522,
    mutate: swap('\n<Audience who="owner">', '\nBy the way.[^lab]\n\n<Audience who="owner">'),
    expect: { line: at('By the way.'), field: 'body', text: /nothing outside/ },
  },
  {
    name: 'an import',
    file: CAUSE,
    mutate: append('', "import X from './x.astro';"),
    expect: { line: at('import X'), field: 'body', text: /expected prose/ },
  },
  {
    name: 'an export',
    file: GUIDE,
    mutate: append('', 'export const x = 1;'),
    expect: { line: at('export const'), field: 'body', text: /expected prose/ },
  },
  {
    name: 'raw HTML',
    file: CAUSE,
    mutate: append('', 'A <b>word</b>.'),
    expect: { line: at('<b>'), field: 'body', text: /no HTML or JSX.*<b>/ },
  },
  {
    name: 'a tag of JSX',
    file: GUIDE,
    mutate: append('', '<Figure id="connect" />'),
    expect: { line: at('<Figure'), field: 'body', text: /no HTML or JSX/ },
  },
  {
    name: 'an HTML comment',
    file: E522,
    mutate: swap(BODY_ANCHOR, `<!-- no -->\n${BODY_ANCHOR}`),
    expect: { line: at('<!--'), field: 'body', text: /no HTML or JSX/ },
  },
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
export const DANGER: readonly Case[] = [
  ...DANGEROUS.map(([name, run, text]): Case => ({
    name,
    file: CAUSE,
    mutate: swap(UFW, `            ${run}`),
    expect: {
      line: (now) => now.slice(0, now.indexOf(run)).split('\n').length - 1,
      field: 'fix.immediate.0.run.1.run',
      text,
    },
  })),
  {
    name: 'danger in a fence',
    file: GUIDE,
    mutate: append(FENCED, 'echo now', 'ufw disable', '```'),
    expect: { line: at('echo now'), field: 'body', text: /ufw disable/ },
  },
  {
    name: 'one family in a fence',
    file: GUIDE,
    mutate: append(FENCED, 'nft add element inet filter x { {{ipv4,}} }', '```'),
    expect: { line: at('nft add element inet filter x'), field: 'body', text: /both address families/ },
  },
  {
    name: 'a fence that does not say where it runs',
    file: GUIDE,
    mutate: append(FENCED.replace('where="On the server" ', ''), 'echo now', '```'),
    expect: { line: at('```sh changes="traffic"\necho now'), field: 'body', text: /where the block runs/ },
  },
  {
    name: 'a fence that does not say what it changes',
    file: GUIDE,
    mutate: append(FENCED.replace('"traffic"', '"much"'), 'echo now', '```'),
    expect: { line: at('changes="much"'), field: 'body', text: /what the block changes, found "much"/ },
  },
  {
    name: 'a fence without a language',
    file: GUIDE,
    mutate: append(FENCED.replace('```sh', '```'), 'echo now', '```'),
    expect: { line: at('``` where="On the server" changes="traffic"\necho now'), field: 'body', text: /a language/ },
  },
  {
    name: 'danger in a check',
    file: CHECK,
    mutate: swap('ufw status verbose', 'ufw --force disable'),
    expect: {
      line: (text) => text.slice(0, text.indexOf('ufw --force')).split('\n').length - 1,
      field: 'commands.2.run',
      text: /ufw disable/,
    },
  },
];

/** What must pass, so that the rules above refuse no more than they should. */
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
