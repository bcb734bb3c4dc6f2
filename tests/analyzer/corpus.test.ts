import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/domain/analyzer/analyze.ts';
import { type Artefact, artefacts, CORPUS } from './corpus.ts';
import { reader } from './reader.ts';

const read = ({ text, repeat = 1 }: Artefact) => analyze(text.repeat(repeat), reader);

describe('the corpus', () => {
  it('is large enough', () => {
    expect(CORPUS.flatMap(artefacts).length).toBeGreaterThanOrEqual(80);
    expect(artefacts('vendors').length).toBeGreaterThanOrEqual(25);
  });
});

describe.each(CORPUS.filter((name) => name !== 'nothing'))('%s', (file) => {
  it.each(artefacts(file).map((artefact) => [artefact.name, artefact] as const))('%s', (_name, artefact) => {
    const result = read(artefact);
    const symptoms = result.findings.map(({ symptom }) => symptom);
    expect(result).toMatchObject(artefact.expect ?? {});
    if (artefact.errors !== undefined) expect(result.errors.map(({ code }) => code)).toEqual(artefact.errors);
    if (artefact.count !== undefined) expect(result.errors[0]?.count).toBe(artefact.count);
    if (artefact.unread !== undefined) expect(result.unread).toHaveLength(artefact.unread);
    expect(symptoms).toEqual(expect.arrayContaining([...(artefact.findings ?? [])]));
    for (const symptom of artefact.never ?? []) expect(symptoms).not.toContain(symptom);
    const assumed = result.findings.filter(({ assumes }) => assumes !== null).map(({ symptom }) => symptom);
    if (artefact.assumed !== undefined) expect(assumed).toEqual(artefact.assumed);
    if (artefact.personal !== undefined) expect(result.personal.map(({ kind }) => kind)).toEqual(artefact.personal);
  });
});

describe('other vendors', () => {
  it.each(artefacts('vendors').map((artefact) => [artefact.name, artefact] as const))(
    '%s is not Cloudflare’s',
    (_name, artefact) => {
      expect(['absent', 'unclear']).toContain(read(artefact).edge);
    },
  );
});

describe('nothing to read', () => {
  it.each(artefacts('nothing').map((artefact) => [artefact.name, artefact] as const))('%s', (_name, artefact) => {
    expect(read(artefact)).toMatchObject({ recognised: false, code: null, edge: 'unclear', errors: [], findings: [] });
  });
});
