import { at, type Case, DIRECT, FIELD, inBody, inField, swap } from './edit.ts';
import { NOWHERE } from './form.ts';

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
