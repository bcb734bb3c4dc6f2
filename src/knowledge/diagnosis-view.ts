import { accusations, type Injected, isRight, type Said } from '../domain/diagnose/judge.ts';
import { type Area, AREAS } from '../domain/vocabulary.ts';
import { diagnosisHash } from './lab-files.ts';
import type { Knowledge } from './model.ts';
import type { Scenario } from './schemas/scenario.ts';

/** What diagnose.sh said on one origin. */
export interface Diagnosed {
  readonly scenario: Scenario;
  readonly plain: Said;
  /** With --replay. */
  readonly replay: Said;
}

/** Origins, and on how many of them the script was right. */
export interface Tally {
  readonly all: number;
  readonly plain: number;
  readonly replay: number;
}

/** A run in which the script was wrong, and what it said instead. */
export interface Miss {
  readonly scenario: Scenario;
  /** Neither run was right, or only one of them was not. */
  readonly wrong: 'both' | 'plain' | 'replay';
  /** First symptoms of faults of a wrong run; empty when it accused nothing. */
  readonly said: readonly string[];
}

/** The confusion table. */
export interface Confusion {
  readonly visible: Tally;
  readonly areas: readonly (readonly [Area, Tally])[];
  readonly outside: Tally;
  /** Controls, healthy origins among them; right is silent. */
  readonly controls: Tally;
  readonly misses: readonly Miss[];
}

function injected({ control, visible, cause }: Scenario, { causes }: Knowledge): Injected {
  const evidence = causes.get(cause ?? '')?.evidence ?? [];
  const supports = evidence.filter(({ weight }) => weight === 'decisive' || weight === 'supports');
  return { control, visible, supports: new Set(supports.map(({ symptom }) => symptom)) };
}

const isFaultIn =
  ({ symptoms }: Knowledge) =>
  (id: string): boolean =>
    symptoms.get(id)?.kind === 'fault';

/** Whether the script was right about an origin. */
export function isRightAbout(scenario: Scenario, said: Said, knowledge: Knowledge): boolean {
  return isRight(said, injected(scenario, knowledge), isFaultIn(knowledge));
}

/** What the script's runs come to. */
export function confusion(diagnosed: readonly Diagnosed[], knowledge: Knowledge): Confusion {
  const judged = diagnosed.map(({ scenario, plain, replay }) => ({
    scenario,
    said: { plain, replay },
    plain: isRightAbout(scenario, plain, knowledge),
    replay: isRightAbout(scenario, replay, knowledge),
  }));
  type Judged = (typeof judged)[number];
  const tally = (of: readonly Judged[]): Tally => ({
    all: of.length,
    plain: of.filter(({ plain }) => plain).length,
    replay: of.filter(({ replay }) => replay).length,
  });
  const faults = judged.filter(({ scenario }) => !scenario.control);
  const visible = faults.filter(({ scenario }) => scenario.visible === 'host');
  const areas = AREAS.map((area) => {
    const inArea = ({ scenario }: Judged): boolean => knowledge.causes.get(scenario.cause ?? '')?.area === area;
    return [area, tally(visible.filter(inArea))] as const;
  });
  const misses = judged
    .filter(({ plain, replay }) => !plain || !replay)
    .map(({ scenario, plain, replay, said }): Miss => {
      const wrong = plain ? 'replay' : replay ? 'plain' : 'both';
      return { scenario, wrong, said: accusations(said[wrong === 'plain' ? 'plain' : 'replay'], isFaultIn(knowledge)) };
    });
  return {
    visible: tally(visible),
    areas: areas.filter(([, { all }]) => all > 0),
    outside: tally(faults.filter(({ scenario }) => scenario.visible === 'outside')),
    controls: tally(judged.filter(({ scenario }) => scenario.control)),
    misses,
  };
}

/** What the script said in the lab, as far as script and scenario are still the same; and how many origins lack that. */
export function measured(knowledge: Knowledge): { readonly diagnosed: readonly Diagnosed[]; readonly pending: number } {
  const origins = [...knowledge.scenarios.values()];
  const { diagnosis, script } = knowledge.lab;
  const diagnosed = origins.flatMap((scenario): Diagnosed[] => {
    const entry = diagnosis?.scenarios[scenario.id];
    if (entry?.hash !== diagnosisHash(scenario, script)) return [];
    return [{ scenario, plain: entry.plain, replay: entry.replay }];
  });
  return { diagnosed, pending: origins.length - diagnosed.length };
}
