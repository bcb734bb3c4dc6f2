import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import type { Graph } from '../domain/troubleshooter/graph.ts';
import { measure, type Entry, type Split } from '../domain/troubleshooter/measure.ts';
import type { RankedCause } from '../domain/troubleshooter/rank.ts';
import type { Depths } from '../domain/troubleshooter/spread.ts';
import { outlook, waysTo } from '../domain/troubleshooter/trace.ts';
import { type Answer, type AnswerValue, encodeWalk } from '../domain/troubleshooter/walk.ts';
import { toGraph } from './graph.ts';
import { loadKnowledge } from './load.ts';

const USAGE = `usage: npm run tree [-- --why <cause> | --from <symptom,symptom>]
  without options   measures the troubleshooter
  --why <cause>     the shortest ways to an end that puts this cause first
  --from <symptoms> where findings lead before anything is asked`;

/** A mistake of the caller: told without a stack, with exit status 2. */
class Misuse extends Error {}

const valueText = (value: AnswerValue): string => (typeof value === 'string' ? value : value.join('+'));
const walkText = (answers: readonly Answer[]): string => encodeWalk({ answers, seen: [] });
const depthText = ({ median, p90, max }: Depths): string =>
  `median ${String(median)}, 90 % within ${String(p90)}, most ${String(max)}`;
const percent = (share: number): string => `${String(Math.round(share * 100))} %`;
const list = (ids: readonly string[]): string => (ids.length === 0 ? 'none' : ids.join(', '));

function requireKnown(table: object, id: string, what: string): void {
  if (Object.hasOwn(table, id)) return;
  const like = Object.keys(table).filter((known) =>
    id.split('-').some((part) => part.length > 2 && known.includes(part)),
  );
  throw new Misuse(`unknown ${what} "${id}"${like.length === 0 ? '' : `; similar: ${like.join(', ')}`}`);
}

/** One line for a question; answers that leave the same share stand together. */
function splitText({ question, causes, bits, left }: Split): string {
  const average = left.reduce((sum, { share }) => sum + share, 0) / left.length;
  const byShare = Map.groupBy(left, ({ share }) => percent(share));
  const parts = [...byShare].map(([share, same]) => {
    const names = same.map(({ value }) => (typeof value === 'string' || value.length === 1 ? valueText(value) : 'all'));
    return `${share} ${byShare.size === 1 ? 'every answer' : names.join(', ')}`;
  });
  return `  ${question} (${bits.toFixed(2)} bits; ${String(causes)} causes, ${percent(average)} left on average): ${parts.join(' · ')}`;
}

function entryText({ value, paths, byPath, unsure }: Entry): string {
  const { end, answers, causes, vague } = unsure;
  const can = `can check nothing: ${String(answers)} answers to ${end}, ${String(causes)} causes${vague ? ', vague' : ''}`;
  return `  ${valueText(value)} (${String(paths)} paths): ${depthText(byPath)}; ${can}`;
}

function overview(graph: Graph): string[] {
  const found = measure(graph);
  return [
    `${String(found.questions)} questions, ${String(found.ends)} ends, ${String(found.states)} states, ${String(found.paths)} paths`,
    `answers to an end, all paths:             ${depthText(found.byPath)}`,
    `answers to an end, every answer as likely: ${depthText(found.byReader)}`,
    `answers until a cause stands first, causes weighted by likelihood: ${found.byLikelihood.toFixed(1)} on average`,
    'after each answer to the first question:',
    ...found.entries.map(entryText),
    'doubt that each question takes, and causes still possible after each answer, the weakest question first:',
    ...[...found.splits].sort((a, b) => a.bits - b.bits).map(splitText),
    'answers until a cause stands first, and its weight by likelihood:',
    ...found.firsts.map(
      ({ cause, weight, least, mean }) =>
        `  ${cause} (${String(weight)}): ${String(least)} at the least, ${mean.toFixed(1)} on average`,
    ),
    `causes that never come first: ${list(found.neverFirst)}`,
    'ends reached with nothing that points to the first cause, and the number of states:',
    ...[...found.vague].map(([end, states]) => `  ${end}: ${String(states)}`),
  ];
}

function why(graph: Graph, cause: string): string[] {
  requireKnown(graph.causes, cause, 'cause');
  const ways = waysTo(graph, cause);
  if (ways.length === 0) return [`no way puts ${cause} first`];
  return ways.map(({ end, answers }) => `${String(answers.length)} answers to ${end}: ${walkText(answers)}`);
}

function causesText(causes: readonly RankedCause[]): string {
  return list(
    causes
      .slice(0, 3)
      .map(
        (cause) =>
          `${cause.id} (${String(cause.decisive.length)} decisive, ${String(cause.supports.length)} for, ${String(cause.against.length)} against)`,
      ),
  );
}

function from(graph: Graph, findings: readonly string[]): string[] {
  for (const id of findings) requireKnown(graph.symptoms, id, 'symptom');
  const { replay, ends } = outlook(graph, findings);
  return [
    `answered by the findings: ${list(replay.steps.map((step) => `${step.question}=${valueText(step.value)}`))}`,
    `${replay.atEnd ? 'ends at' : 'asks next'}: ${replay.current}`,
    ...ends.map(
      ({ end, answers, causes }) => `  after ${String(answers)} answers at the least ${end}: ${causesText(causes)}`,
    ),
  ];
}

function run(): string[] {
  let options: { why?: string | undefined; from?: string | undefined; help?: boolean | undefined };
  try {
    options = parseArgs({
      options: { why: { type: 'string' }, from: { type: 'string' }, help: { type: 'boolean' } },
    }).values;
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
  if (options.help === true) return [USAGE];
  if (options.why !== undefined && options.from !== undefined) throw new Misuse('give --why or --from, not both');
  const { knowledge } = loadKnowledge(
    fileURLToPath(new URL('../../content', import.meta.url)),
    new Date().toISOString().slice(0, 10),
  );
  if (knowledge === undefined) throw new Error('the content has errors; `npm run check` names them');
  const graph = toGraph(knowledge);
  if (options.why !== undefined) return why(graph, options.why);
  return options.from === undefined
    ? overview(graph)
    : from(
        graph,
        options.from
          .split(',')
          .map((id) => id.trim())
          .filter((id) => id !== ''),
      );
}

try {
  console.log(run().join('\n'));
} catch (error) {
  console.error(
    error instanceof Misuse ? `${error.message}\n${USAGE}` : error instanceof Error ? error.message : error,
  );
  process.exitCode = error instanceof Misuse ? 2 : 1;
}
