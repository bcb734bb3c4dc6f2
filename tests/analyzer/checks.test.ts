import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/domain/analyzer/analyze.ts';
import { knowledge, reader } from './reader.ts';

/**
 * Checks whose sample says something only to somebody who knows the site: which dates are expected, which address is whose, how two looks
 * compare, or what is usual there.
 */
const NEEDS_THE_READER = new Set([
  'certificate',
  'edge-city',
  'idle-timeout',
  'last-restart',
  'packet-size',
  'renewal',
  'timetable',
  'upload-timing',
  'wan-address',
]);

const sampled = [...knowledge.checks].flatMap(([id, { sample, outcomes }]) =>
  sample === undefined ? [] : [{ id, sample, outcomes: outcomes.flatMap(({ symptom }) => symptom ?? []) }],
);

describe('what the checks print', () => {
  it.each(sampled.filter(({ id }) => !NEEDS_THE_READER.has(id)))(
    '$id shows one of its outcomes',
    ({ sample, outcomes }) => {
      const found = analyze(sample, reader).findings.map(({ symptom }) => symptom);
      expect(found.filter((symptom) => outcomes.includes(symptom))).not.toEqual([]);
    },
  );

  it.each(sampled.filter(({ id }) => NEEDS_THE_READER.has(id)))(
    '$id is not judged by its text alone',
    ({ sample, outcomes }) => {
      const found = analyze(sample, reader).findings.map(({ symptom }) => symptom);
      expect(found.filter((symptom) => outcomes.includes(symptom))).toEqual([]);
    },
  );
});

it('names the file that nginx cannot load, and what that means', () => {
  const { findings, edge } = analyze('[emerg] cannot load certificate "/etc/nginx/ssl/www.pem"', reader);
  expect(edge).toBe('absent');
  expect(findings).toMatchObject([{ symptom: 'service-config-error', lines: [1], pattern: 'nginx-certificate-file' }]);
  const causes = [...knowledge.causes].filter(([, { evidence }]) =>
    evidence.some(
      ({ symptom, weight }) => symptom === 'service-config-error' && weight !== 'against' && weight !== 'excludes',
    ),
  );
  expect(causes.map(([id]) => id)).toContain('web-server-stopped');
});
