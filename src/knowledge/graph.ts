import { commandCaption, expandRanges } from '../domain/text/command.ts';
import { withoutCites } from '../domain/text/parse.ts';
import type { CauseDetails, CheckDetails, Details, Graph } from '../domain/troubleshooter/graph.ts';
import { BASIS_WEIGHT, CHANGE_NAMES } from '../domain/vocabulary.ts';
import { looksOf } from './looks.ts';
import type { Knowledge, Tables } from './model.ts';
import type { Cause } from './schemas/cause.ts';
import type { Check } from './schemas/check.ts';

export const START = 'code';

/** Text for the island: figures filled in, citations left to the pages. */
export function settle(text: string, figure: Knowledge['figure']): string {
  return withoutCites(text)
    .replace(/\{'([^'}]*)'\}/g, '$1')
    .replace(/\{([a-z][a-z0-9-]*(?:@[\d-]+)?)\}/g, (whole, id: string) => figure(id) ?? whole);
}

function entries<In, Out>(table: ReadonlyMap<string, In>, map: (value: In, id: string) => Out): Record<string, Out> {
  return Object.fromEntries([...table].map(([id, value]) => [id, map(value, id)]));
}

/** Symptoms that the troubleshooter can hear of: those it asks for and those that speak for or against a cause. */
function usedSymptoms(tables: Pick<Tables, 'questions' | 'causes'>): Set<string> {
  const used = new Set<string>();
  for (const question of tables.questions.values()) for (const answer of question.answers) used.add(answer.symptom);
  for (const cause of tables.causes.values()) for (const item of cause.evidence) used.add(item.symptom);
  return used;
}

function firstFix(fix: Cause['fix']): string {
  return (fix.immediate[0] ?? fix.short[0] ?? fix.long[0])?.do ?? '';
}

/** The content as the troubleshooter's graph. */
export function toGraph(knowledge: Knowledge): Graph {
  const text = (source: string): string => settle(source, knowledge.figure);
  const optional = (source: string | undefined): string | undefined =>
    source === undefined ? undefined : text(source);
  const used = usedSymptoms(knowledge);
  const asked = new Set<string>();
  for (const question of knowledge.questions.values()) question.checks.forEach((id) => asked.add(id));
  for (const cause of knowledge.causes.values()) cause.confirm.slice(0, 1).forEach((id) => asked.add(id));
  for (const end of knowledge.ends.values()) end.decides.forEach((entry) => asked.add(entry.check));
  return {
    start: START,
    questions: entries(knowledge.questions, (q) => ({
      ask: text(q.ask),
      trail: text(q.trail),
      why: text(q.why),
      checks: q.checks,
      several: q.several,
      answers: q.answers.map((answer) => ({
        symptom: answer.symptom,
        see: optional(answer.see),
        alone: answer.alone,
        next: answer.next,
      })),
      none: q.none,
      unsure: q.unsure,
    })),
    ends: entries(knowledge.ends, (end) => ({
      ...end,
      title: text(end.title),
      text: text(end.text),
      visitor: text(end.visitor),
      client: text(end.client),
      host: optional(end.host),
    })),
    symptoms: entries(new Map([...knowledge.symptoms].filter(([id]) => used.has(id))), (s) => ({
      label: text(s.label),
      kind: s.kind,
      vantage: s.vantage,
      group: s.group,
      clears: s.clears,
      blames: s.blames,
    })),
    causes: entries(knowledge.causes, (cause) => ({
      title: text(cause.title),
      area: cause.area,
      weight: BASIS_WEIGHT[cause.likelihood.basis],
      evidence: cause.evidence.map(({ symptom, weight }) => ({ symptom, weight })),
      confirm: cause.confirm.slice(0, 1),
    })),
    checks: entries(new Map([...knowledge.checks].filter(([id]) => asked.has(id))), (check) => ({
      title: text(check.title),
      access: check.access,
    })),
  };
}

function checkDetails(check: Check, knowledge: Knowledge): CheckDetails {
  const text = (source: string | undefined): string | undefined =>
    source === undefined ? undefined : settle(source, knowledge.figure);
  return {
    how: text(check.how),
    sample: check.sample,
    looks: looksOf(check, knowledge.symptoms, (label) => settle(label, knowledge.figure)),
    commands: check.commands.map((command) => ({
      caption: `${commandCaption({
        where: command.where,
        root: command.root,
        platform: command.platform === undefined ? undefined : knowledge.platforms.get(command.platform)?.name,
        file: command.file,
      })} ${CHANGE_NAMES[command.changes]}`,
      run: expandRanges(command.run, knowledge.addresses),
    })),
  };
}

function causeDetails(cause: Cause, knowledge: Knowledge): CauseDetails {
  const text = (source: string): string => settle(source, knowledge.figure);
  const told = cause.evidence.flatMap(({ symptom, because }) =>
    because === undefined ? [] : [[symptom, text(because)]],
  );
  return {
    summary: text(cause.summary),
    confirmedIf: text(cause.youHaveThisIf),
    ruledOutIf: text(cause.ruledOutIf),
    fix: text(firstFix(cause.fix)),
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
