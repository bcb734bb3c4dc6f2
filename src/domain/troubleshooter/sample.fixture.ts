import type { Cause, Choice, End, Graph, Question, Symptom } from './graph.ts';

/** A graph small enough to follow by eye, with every kind of question: for tests. */

type Answers = readonly (readonly [symptom: string, next: string, alone?: 'alone'])[];

function question(answers: Answers, none: string, unsure: string, several = false): Question {
  const choices = answers.map(([symptom, next, alone]): Choice => ({ symptom, next, alone: alone === 'alone' }));
  return { ask: 'Which?', trail: 'which', why: 'It decides.', checks: [], several, answers: choices, none, unsure };
}

function symptom(more: Partial<Symptom>): Symptom {
  return { label: 'l', kind: 'fault', vantage: 'edge', clears: [], blames: [], ...more };
}

export function cause(weight: number, evidence: Cause['evidence']): Cause {
  return {
    title: 't',
    area: 'filter',
    weight,
    evidence,
    confirm: [],
  };
}

export function end(causes: readonly string[], more: Partial<End> = {}): End {
  return { title: 't', text: '', vague: false, causes, decides: [], visitor: '', client: '', ...more };
}

export const SAMPLE: Graph = {
  start: 'code',
  questions: {
    code: question(
      [
        ['code-a', 'time'],
        ['code-b', 'listen'],
      ],
      'direct',
      'unknown',
    ),
    time: question(
      [
        ['t-short', 'scope'],
        ['t-long', 'scope'],
      ],
      'scope',
      'scope',
    ),
    scope: question(
      [
        ['scope-constant', 'filters'],
        ['s-some', 'direct'],
      ],
      'filters',
      'filters',
    ),
    filters: question(
      [
        ['f-drop', 'filtered'],
        ['f-limit', 'filtered'],
        ['f-ban', 'filtered'],
        ['f-none', 'queue', 'alone'],
      ],
      'filtered',
      'queue',
      true,
    ),
    queue: question(
      [
        ['q-full', 'full'],
        ['f-limit', 'full'],
        ['q-ok', 'unknown', 'alone'],
      ],
      'unknown',
      'unknown',
      true,
    ),
    listen: question(
      [
        ['l-none', 'down'],
        ['l-ok', 'filters'],
      ],
      'time',
      'time',
    ),
    direct: question(
      [
        ['d-ok', 'filtered'],
        ['d-refused', 'down'],
      ],
      'unknown',
      'unknown',
    ),
  },
  ends: {
    filtered: end(['drop', 'limit', 'ban'], { vague: true }),
    full: end(['queue', 'limit']),
    down: end(['stopped', 'drop'], { fails: 'tcp' }),
    unknown: end(['drop', 'queue', 'stopped'], { vague: true }),
  },
  symptoms: {
    'code-a': symptom({ group: 'code', clears: ['client', 'edge'], blames: ['tcp'] }),
    'code-b': symptom({ group: 'code' }),
    't-short': symptom({ group: 'time' }),
    't-long': symptom({ group: 'time', blames: ['request'] }),
    'scope-constant': symptom({ group: 'scope' }),
    's-some': symptom({ group: 'scope' }),
    'f-drop': symptom({ group: 'rules', vantage: 'origin' }),
    'f-limit': symptom({ group: 'rules', vantage: 'origin' }),
    'f-none': symptom({ group: 'rules', kind: 'healthy', vantage: 'origin' }),
    'f-ban': symptom({}),
    'q-full': symptom({ blames: ['tcp'] }),
    'q-ok': symptom({ kind: 'healthy', vantage: 'origin', clears: ['tcp'] }),
    'l-none': symptom({ group: 'listen', blames: ['tcp'] }),
    'l-ok': symptom({ group: 'listen', kind: 'healthy', vantage: 'origin', clears: ['tcp'] }),
    'd-ok': symptom({ group: 'direct', kind: 'healthy', vantage: 'outside', clears: ['tcp', 'tls', 'wait'] }),
    'd-refused': symptom({ group: 'direct', blames: ['tcp'] }),
    extra: symptom({}),
  },
  causes: {
    drop: cause(8, [
      { symptom: 'f-drop', weight: 'decisive' },
      { symptom: 'code-a', weight: 'supports' },
      { symptom: 'f-none', weight: 'excludes' },
    ]),
    limit: cause(4, [
      { symptom: 'f-limit', weight: 'decisive' },
      { symptom: 's-some', weight: 'supports' },
      { symptom: 'scope-constant', weight: 'against' },
    ]),
    ban: cause(2, [
      { symptom: 'f-ban', weight: 'decisive' },
      { symptom: 'd-ok', weight: 'supports' },
    ]),
    queue: cause(1, [
      { symptom: 'q-full', weight: 'decisive' },
      { symptom: 'q-ok', weight: 'excludes' },
    ]),
    stopped: cause(4, [
      { symptom: 'l-none', weight: 'supports' },
      { symptom: 'd-refused', weight: 'supports' },
      { symptom: 'd-ok', weight: 'excludes' },
    ]),
  },
  checks: {},
  platforms: {
    ufw: { name: 'ufw', kind: 'firewall' },
    nftables: { name: 'nftables', kind: 'firewall' },
    nginx: { name: 'nginx', kind: 'server' },
    linux: { name: 'Linux with systemd', kind: 'system' },
    aws: { name: 'Amazon Web Services', kind: 'cloud' },
  },
};

function part<T>(table: Readonly<Record<string, T>>, id: string): T {
  const found = table[id];
  if (found === undefined) throw new Error(`the sample has no "${id}"`);
  return found;
}

export const sampleQuestion = (id: string): Question => part(SAMPLE.questions, id);
export const sampleEnd = (id: string): End => part(SAMPLE.ends, id);
export const sampleSymptom = (id: string): Symptom => part(SAMPLE.symptoms, id);
