import { at, type Case, CAUSE, E522, END, FIRST, lastAt, same, SIGHT, swap } from './edit.ts';

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
