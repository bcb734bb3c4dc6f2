import { expect, it } from 'vitest';
import type { Analysis } from './model.ts';
import { summary } from './summary.ts';

const SHOWN: Analysis = {
  recognised: true,
  code: null,
  edge: 'absent',
  because: '',
  rayId: null,
  colo: null,
  when: null,
  host: null,
  elapsedSeconds: null,
  vendor: null,
  errors: [],
  findings: [{ symptom: 'direct-refused', lines: [1], pattern: 'x', says: 'Refused.', assumes: null }],
  rulesOut: [],
  artefacts: [],
  unread: [],
  personal: [],
};
const words = { ranges: ['172.64.0.0/13'], statement: (id: string) => id, cause: (id: string) => id };

it('masks what is personal in a quoted line wherever the line is cut', () => {
  const secrets = [
    '203.0.113.77',
    '2001:db8:1234:5678::9',
    'bearer abcdef0123456789',
    'somebody@example.com',
    'token=s3cretvalue',
  ];
  for (const secret of secrets) {
    for (let before = 170; before < 205; before++) {
      const said = summary(`${'x'.repeat(before)} ${secret} y`, SHOWN, words);
      const [, quoted = ''] = said.split('line 1: ');
      const told = quoted.replace(/x+/, '').trim();
      expect('[address] y [e-mail] y bearer [credential] y token=[credential] y').toContain(told);
    }
  }
});
