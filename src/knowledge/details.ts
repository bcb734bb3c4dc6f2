import { expandRanges, PLACE_ACCESS } from '../domain/text/command.ts';
import type { CauseDetails, CheckDetails, Details, Graph } from '../domain/troubleshooter/graph.ts';
import { within } from '../domain/vocabulary.ts';
import { stepsOf } from './fix-steps.ts';
import { entries, settle } from './graph.ts';
import { looksOf } from './looks.ts';
import type { Knowledge } from './model.ts';
import { captionOf, stepText } from './repair.ts';
import type { Cause } from './schemas/cause.ts';
import type { Check } from './schemas/check.ts';

function checkDetails(check: Check, knowledge: Knowledge): CheckDetails {
  const text = (source: string | undefined): string | undefined =>
    source === undefined ? undefined : settle(source, knowledge.figure);
  return {
    how: text(check.how),
    sample: check.sample,
    looks: looksOf(check, knowledge.symptoms, (label) => settle(label, knowledge.figure)),
    commands: check.commands.map((command) => {
      const needs = PLACE_ACCESS[command.where];
      return {
        caption: captionOf(command, knowledge),
        run: expandRanges(command.run, knowledge.addresses),
        needs: within(needs, check.access) ? undefined : needs,
      };
    }),
  };
}

function causeDetails(cause: Cause, knowledge: Knowledge): CauseDetails {
  const text = (source: string): string => settle(source, knowledge.figure);
  const [first] = stepsOf(cause);
  const told = cause.evidence.flatMap(({ symptom, because }) =>
    because === undefined ? [] : [[symptom, text(because)]],
  );
  return {
    summary: text(cause.summary),
    confirmedIf: text(cause.youHaveThisIf),
    ruledOutIf: text(cause.ruledOutIf),
    fix: first === undefined ? '' : stepText(first, knowledge),
    verify: text(cause.verify),
    because: Object.fromEntries(told) as Record<string, string>,
  };
}

/** The texts for the checks and causes that the graph names. */
export function toDetails(knowledge: Knowledge, graph: Graph): Details {
  const heard = [...knowledge.symptoms].filter(([id]) => Object.hasOwn(graph.symptoms, id));
  const named = [...knowledge.checks].filter(([id]) => Object.hasOwn(graph.checks, id));
  return {
    checks: entries(new Map(named), (check) => checkDetails(check, knowledge)),
    causes: entries(knowledge.causes, (cause) => causeDetails(cause, knowledge)),
    statements: entries(new Map(heard), (symptom) => settle(symptom.statement, knowledge.figure)),
  };
}
