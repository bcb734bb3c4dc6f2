import { at, type Case, lastAt, PATTERNS, swap } from './edit.ts';

const MATCH = 'match: "no live upstreams while connecting to upstream"';
const match = (source: string, text: RegExp): Pick<Case, 'file' | 'mutate' | 'expect'> => ({
  file: PATTERNS,
  mutate: swap(MATCH, `match: '${source}'`),
  expect: { line: at(`match: '${source}'`), field: 'patterns.3.match', text },
});

/** Ways to break a pattern of the analyzer. */
export const PATTERN_CASES: readonly Case[] = [
  { name: 'an expression that is none', ...match('no live (upstreams', /regular expression/) },
  { name: 'repetition without an end', ...match('no live .*upstreams', /repetition with an end/) },
  {
    name: 'repetition in a repeated group',
    ...match('(?:no live a{0,9}){0,9}upstreams', /repetition or choice inside/),
  },
  {
    name: 'what may be missing in a repeated group',
    ...match('(?:no live a?){0,9}upstreams', /repetition or choice inside/),
  },
  {
    name: 'alternatives in a repeated group',
    ...match('no live (?:a|aa){2,9}upstreams', /repetition or choice inside/),
  },
  { name: 'a lookbehind', ...match('(?<=no live )upstreams', /no lookbehind/) },
  { name: 'a backreference', ...match('(?<n>no) live upstreams \\k<n>', /no backreference/) },
  { name: 'an unknown group', ...match('(?<colour>no) live upstreams', /known name of a group/) },
  {
    name: 'an example that does not match',
    file: PATTERNS,
    mutate: swap(MATCH, "match: 'no live upstream servers'"),
    expect: { line: at('*51 no live upstreams'), field: 'patterns.3.examples.0', text: /to match this example/ },
  },
  {
    name: 'a look-alike that matches',
    file: PATTERNS,
    mutate: swap(MATCH, "match: 'no live upstreams'"),
    expect: { line: at('There are no live upstreams left'), field: 'patterns.3.not.0', text: /not to match/ },
  },
  {
    name: 'an id that another pattern has',
    file: PATTERNS,
    mutate: swap('- id: nginx-limit', '- id: nginx-worker-crash'),
    expect: { line: lastAt('- id: nginx-worker-crash'), field: 'patterns.8.id', text: /an id of its own/ },
  },
  {
    name: 'an unknown symptom',
    file: PATTERNS,
    mutate: swap('symptoms: [worker-connections-full]', 'symptoms: [worker-connections-empty]'),
    expect: { line: at('worker-connections-empty'), field: 'patterns.4.symptoms.0', text: /does not exist/ },
  },
];
