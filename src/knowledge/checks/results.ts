import { holds } from '../lab-view.ts';
import type { Problem } from '../problem.ts';
import { at, type Rule } from './rule.ts';

/** A result that no longer belongs to its scenario withdraws its badge; say so, since a new run brings it back. */
export const results: Rule = (context) => {
  const { knowledge } = context;
  if (knowledge.lab.results === undefined) return [];
  const known = knowledge.lab.results.scenarios;
  const gone = Object.keys(known).filter((id) => !knowledge.scenarios.has(id));
  const left = gone.map((id): Problem => ({
    file: 'lab/results.json',
    line: 1,
    field: `scenarios.${id}`,
    expected: 'expected the id of a scenario in lab/scenarios, found one that does not exist',
    remedy: 'remove the entry, or name the scenario as before',
    severity: 'error',
  }));
  const stale = [...knowledge.scenarios].filter(([id, scenario]) => {
    const outcome = known[id];
    return outcome === undefined || !holds(knowledge, scenario, outcome);
  });
  const [first] = stale;
  if (first === undefined) return left;
  const names = stale.map(([id]) => id);
  const told = {
    expected: `expected a result of the lab for each scenario as it is now, found none for ${String(names.length)}: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`,
    remedy:
      'run npm run lab -- --repeat 5 --write (and --real for those with real clocks); until then their pages show no badge',
    severity: 'warning' as const,
  };
  return [...left, at(context, { collection: 'scenarios', id: first[0], path: ['id'] }, told)];
};
