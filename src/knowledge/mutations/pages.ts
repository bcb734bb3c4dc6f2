import { append, at, BODY_ANCHOR, type Case, CAUSE, E522, GUIDE, lastAt, swap } from './edit.ts';

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
