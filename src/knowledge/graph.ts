import { withoutCites } from '../domain/text/parse.ts';
import type { Graph } from '../domain/troubleshooter/graph.ts';
import { ROLES } from '../domain/troubleshooter/role.ts';
import { type Access, ACCESS_LEVELS, BASIS_WEIGHT, within } from '../domain/vocabulary.ts';
import type { Knowledge, Tables } from './model.ts';
import { platformsOf } from './fix-steps.ts';
import type { Cause } from './schemas/cause.ts';

export const START = 'code';

/** Text for the island: figures filled in, citations left to the pages. */
export function settle(text: string, figure: Knowledge['figure']): string {
  return withoutCites(text)
    .replace(/\{'([^'}]*)'\}/g, '$1')
    .replace(/\{([a-z][a-z0-9-]*(?:@[\d-]+)?)\}/g, (whole, id: string) => figure(id) ?? whole);
}

/** A table of the content as a record, each entry mapped. */
export function entries<In, Out>(
  table: ReadonlyMap<string, In>,
  map: (value: In, id: string) => Out,
): Record<string, Out> {
  return Object.fromEntries([...table].map(([id, value]) => [id, map(value, id)]));
}

/** A list, or nothing where it is empty: what says nothing is left out, for the graph has a limit. */
const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

/** Symptoms that the troubleshooter can hear of: those it asks for, those that bear on a cause, and who the reader is. */
function usedSymptoms(tables: Pick<Tables, 'questions' | 'causes'>): Set<string> {
  const used = new Set<string>(Object.values(ROLES));
  for (const question of tables.questions.values()) for (const answer of question.answers) used.add(answer.symptom);
  for (const cause of tables.causes.values()) for (const item of cause.evidence) used.add(item.symptom);
  return used;
}

/** The least access that shows each symptom, as far as a check shows it. */
function leastAccess(checks: Tables['checks']): ReadonlyMap<string, Access> {
  const least = new Map<string, Access>();
  for (const { access, outcomes } of checks.values())
    for (const { symptom } of outcomes)
      if (symptom !== undefined && within(access, least.get(symptom) ?? access)) least.set(symptom, access);
  return least;
}

/** The symptoms of the codes that a cause can give, as the first question names them: 502 counts among the other 5xx. */
function codesOf(cause: Cause, symptoms: Tables['symptoms']): readonly string[] {
  const named = cause.codes.flatMap(({ code }) => {
    const group = symptoms.get(`code-${code}`)?.group;
    if (group === 'code') return [`code-${code}`];
    return group === 'code-neighbour' && code.startsWith('5') ? ['code-5xx'] : [];
  });
  return [...new Set(named)];
}

/** The content as the troubleshooter's graph. */
export function toGraph(knowledge: Knowledge): Graph {
  const text = (source: string): string => settle(source, knowledge.figure);
  const optional = (source: string | undefined): string | undefined =>
    source === undefined ? undefined : text(source);
  const used = usedSymptoms(knowledge);
  const least = leastAccess(knowledge.checks);
  const beyond = (id: string): Access | undefined => (least.get(id) === ACCESS_LEVELS[0] ? undefined : least.get(id));
  const asked = new Set<string>();
  for (const question of knowledge.questions.values()) question.checks.forEach((id) => asked.add(id));
  for (const cause of knowledge.causes.values()) cause.confirm.slice(0, 1).forEach((id) => asked.add(id));
  for (const end of knowledge.ends.values()) end.decides.forEach((entry) => asked.add(entry.check));
  const byCode = new Set([...knowledge.ends.values()].flatMap((end) => (end.byCode === true ? end.causes : [])));
  const repaired = new Set([...knowledge.causes.values()].flatMap(platformsOf));
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
        alone: answer.alone || undefined,
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
    symptoms: entries(new Map([...knowledge.symptoms].filter(([id]) => used.has(id))), (s, id) => ({
      label: text(s.label),
      kind: s.kind,
      vantage: s.vantage,
      group: s.group,
      needs: beyond(id),
      clears: filled(s.clears),
      blames: filled(s.blames),
    })),
    causes: entries(knowledge.causes, (cause, id) => ({
      title: text(cause.title),
      area: cause.area,
      weight: BASIS_WEIGHT[cause.likelihood.basis],
      evidence: cause.evidence.map(({ symptom, weight }) => ({ symptom, weight })),
      confirm: cause.confirm.slice(0, 1),
      codes: byCode.has(id) ? codesOf(cause, knowledge.symptoms) : undefined,
    })),
    checks: entries(new Map([...knowledge.checks].filter(([id]) => asked.has(id))), (check) => ({
      title: text(check.title),
      access: check.access,
    })),
    platforms: entries(
      new Map([...knowledge.platforms].filter(([id]) => repaired.has(id)).sort(([a], [b]) => a.localeCompare(b))),
      ({ name, kind }) => ({ name, kind }),
    ),
  };
}
