import { all, append, at, type Case, CAUSE, E522, lastAt, type Mutate, SOURCES, swap } from './edit.ts';

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
