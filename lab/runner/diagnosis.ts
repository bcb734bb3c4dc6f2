import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Said } from '../../src/domain/diagnose/judge.ts';
import { confusion, type Diagnosed, isRightAbout, type Tally } from '../../src/knowledge/diagnosis-view.ts';
import { diagnosisHash } from '../../src/knowledge/lab-files.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import type { LabDiagnosis } from '../../src/knowledge/schemas/results.ts';
import { LAB } from '../world/folder.ts';

type Entry = LabDiagnosis['scenarios'][string];

const FILE = join(LAB, 'diagnosis.json');

/** One line about one origin: right or wrong without and with --replay, and what was said. */
export function told({ scenario, plain, replay }: Diagnosed, knowledge: Knowledge): string {
  const word = (said: Diagnosed['plain']): string => (isRightAbout(scenario, said, knowledge) ? 'right' : 'WRONG');
  const list = (said: Diagnosed['plain']): string =>
    [...said.symptoms.slice(0, 4), ...(said.outside ? ['outside this host'] : [])].join(', ');
  const same = list(plain) === list(replay) ? '' : ` | replay: ${list(replay)}`;
  const kind = scenario.control ? 'control' : scenario.visible;
  return `${word(plain)} ${word(replay)} ${scenario.id} (${kind} ${scenario.cause ?? ''}): ${list(plain)}${same}`;
}

/** The confusion table as lines of text. */
export function table(diagnosed: readonly Diagnosed[], knowledge: Knowledge): string[] {
  const { areas, visible, outside, controls, misses } = confusion(diagnosed, knowledge);
  const line = (name: string, { all, plain, replay }: Tally): string =>
    `${name.padEnd(28)} ${String(plain)} of ${String(all)}, with --replay ${String(replay)}`;
  return [
    ...areas.map(([area, tally]) => line(`  ${area}`, tally)),
    line('visible faults named', visible),
    line('outside this host, said so', outside),
    line('controls and healthy, silent', controls),
    ...misses.map(
      ({ scenario, wrong, said }) => `miss (${wrong}) ${scenario.id}: ${said.join(', ') || 'accused nothing'}`,
    ),
  ];
}

function earlier(): LabDiagnosis['scenarios'] {
  try {
    return (JSON.parse(readFileSync(FILE, 'utf8')) as LabDiagnosis).scenarios;
  } catch {
    return {};
  }
}

const copy = ({ symptoms, outside }: Said): Entry['plain'] => ({ symptoms: [...symptoms], outside });

/** Puts what was said into lab/diagnosis.json; that of other scenarios stays, that of none is dropped. */
export function writeDiagnosis(diagnosed: readonly Diagnosed[], { scenarios, lab }: Knowledge): void {
  const on = new Date().toISOString().slice(0, 10);
  const fresh = diagnosed.map(({ scenario, plain, replay }) => {
    return [
      scenario.id,
      { hash: diagnosisHash(scenario, lab.script), on, plain: copy(plain), replay: copy(replay) },
    ] as const;
  });
  const all = { ...earlier(), ...Object.fromEntries(fresh) };
  const kept = [...scenarios.keys()].flatMap((id) => {
    const entry = all[id];
    return entry === undefined ? [] : [[id, entry] as const];
  });
  writeFileSync(FILE, `${JSON.stringify({ scenarios: Object.fromEntries(kept) } satisfies LabDiagnosis, null, 1)}\n`);
}
