import type { Path } from '../locate.ts';
import type { Problem } from '../problem.ts';
import type { Cause } from '../schemas/cause.ts';
import type { Repair, Scenario } from '../schemas/scenario.ts';
import { at, type Context, type Rule } from './rule.ts';

interface Found {
  readonly path: Path;
  readonly expected: string;
  readonly remedy: string;
}

/** Healthy answers that a scenario of chance or of one source among several may show beside its code. */
const HEALTHY = ['200'];

function codes(scenario: Scenario, cause: Cause): Found[] {
  if (scenario.control || scenario.conflict !== undefined) return [];
  const known = [...cause.codes.map(({ code }) => code), ...HEALTHY];
  return [scenario.expect, ...scenario.probes.flatMap((probe) => probe.expect ?? [])]
    .flatMap((expectation) => expectation.codes)
    .filter((code) => !known.includes(code))
    .map((code) => ({
      path: ['expect', 'codes'],
      expected: `expected codes that "${scenario.cause ?? ''}" lists (${known.join(', ')}), found ${code}`,
      remedy: 'add the code to the cause, or name the dispute about it in "conflict"',
    }));
}

function symptoms(scenario: Scenario, cause: Cause): Found[] {
  const weights = new Map(cause.evidence.map(({ symptom, weight }) => [symptom, weight]));
  return scenario.symptoms.flatMap((symptom, index) =>
    weights.get(symptom) === 'excludes'
      ? [
          {
            path: ['symptoms', index],
            expected: `expected no symptom that excludes "${scenario.cause ?? ''}", found "${symptom}"`,
            remedy: 'correct the scenario or the evidence of the cause',
          },
        ]
      : [],
  );
}

function support(scenario: Scenario, cause: Cause): Found[] {
  if (scenario.control || scenario.symptoms.length === 0) return [];
  const for_ = cause.evidence.filter(({ weight }) => weight === 'decisive' || weight === 'supports');
  if (for_.some(({ symptom }) => scenario.symptoms.includes(symptom))) return [];
  return [
    {
      path: ['symptoms'],
      expected: `expected at least one symptom that supports "${scenario.cause ?? ''}", found none`,
      remedy: 'name the one that the fault shows, or add it to the evidence of the cause',
    },
  ];
}

function steps(scenario: Scenario, context: Context): Found[] {
  if (!Array.isArray(scenario.fix)) return [];
  return scenario.fix.flatMap(({ cause, grade, index, platform, by, file }: Repair, place): Found[] => {
    const step = context.knowledge.causes.get(cause ?? scenario.cause ?? '')?.fix[grade][index];
    const path = ['fix', place];
    if (step === undefined)
      return [
        {
          path,
          expected: `expected a step of the cause, found ${grade} ${String(index)}`,
          remedy: 'count its steps from 0',
        },
      ];
    const commands = step.run.filter((command) => platform === undefined || command.platform === platform);
    if (by === undefined && commands.length === 0)
      return [{ path, expected: 'expected a step with a command', remedy: 'say with "by" what its words mean' }];
    const placeless = commands.find((command) => command.lang !== 'sh' && command.file?.startsWith('/') !== true);
    if (by === undefined && placeless !== undefined && file === undefined)
      return [
        { path, expected: 'expected the path of the file that the configuration belongs in', remedy: 'add "file"' },
      ];
    return [];
  });
}

function control({ expect, probes }: Scenario): Found[] {
  const all = [expect, ...probes.flatMap((probe) => probe.expect ?? [])].flatMap((expectation) => expectation.codes);
  return all.every((code) => HEALTHY.includes(code))
    ? []
    : [
        {
          path: ['expect', 'codes'],
          expected: 'expected a control to stay 200',
          remedy: 'make it a fault, or expect 200',
        },
      ];
}

/** Scenarios of the lab say no more than the causes they prove, and their fixes are on the pages. */
export const scenarios: Rule = (context) =>
  [...context.knowledge.scenarios].flatMap(([id, scenario]): Problem[] => {
    const cause = context.knowledge.causes.get(scenario.cause ?? '');
    const found = [
      ...(cause === undefined ? [] : [codes, symptoms, support].flatMap((test) => test(scenario, cause))),
      ...(scenario.control ? control(scenario) : steps(scenario, context)),
    ];
    return found.map(({ path, ...told }) => at(context, { collection: 'scenarios', id, path }, told));
  });
