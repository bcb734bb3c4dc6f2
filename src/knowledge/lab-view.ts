import type { Area } from '../domain/vocabulary.ts';
import { scenarioHash } from './lab-files.ts';
import type { Knowledge } from './model.ts';
import type { LabOutcome } from './schemas/results.ts';
import type { Scenario } from './schemas/scenario.ts';

/** A scenario with what the lab saw. */
export interface Tried {
  readonly id: string;
  readonly scenario: Scenario;
  readonly outcome: LabOutcome;
  /** Whether nothing was meant to break. */
  readonly control: boolean;
}

/** Whether a result still belongs to the scenario, the simulator and the fix as they are now, and was as expected each time. */
export function holds(knowledge: Knowledge, scenario: Scenario, outcome: LabOutcome): boolean {
  const { causes, addresses, lab } = knowledge;
  const hash = scenarioHash(scenario, { simulator: lab.simulator, causes, addresses });
  return outcome.hash === hash && outcome.matches === outcome.runs;
}

/** Results that hold, in the order of the catalogue. */
export function tried(knowledge: Knowledge): Tried[] {
  return [...knowledge.scenarios].flatMap(([id, scenario]) => {
    const outcome = knowledge.lab.results?.scenarios[id];
    return outcome !== undefined && holds(knowledge, scenario, outcome)
      ? [{ id, scenario, outcome, control: scenario.control }]
      : [];
  });
}

/** Faults and controls of one cause whose results hold. */
export function triedFor(knowledge: Knowledge, cause: string): Tried[] {
  return tried(knowledge).filter(({ scenario }) => scenario.cause === cause);
}

/** Faults by the area of their cause, in the order of the areas; controls apart. */
export function triedByArea(
  knowledge: Knowledge,
  areas: readonly Area[],
): { readonly faults: readonly (readonly [Area, readonly Tried[]])[]; readonly controls: readonly Tried[] } {
  const all = tried(knowledge);
  const faults = areas
    .map((area) => {
      const inArea = ({ scenario }: Tried): boolean => knowledge.causes.get(scenario.cause ?? '')?.area === area;
      return [area, all.filter((item) => !item.control && inArea(item))] as const;
    })
    .filter(([, items]) => items.length > 0);
  return { faults, controls: all.filter(({ control }) => control) };
}
