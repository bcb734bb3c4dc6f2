import type { ReportInput } from '../../domain/report/report.ts';
import { withBase } from '../../domain/text/link.ts';
import { codesSeen } from '../../domain/troubleshooter/codes.ts';
import { statementOf } from '../../domain/troubleshooter/graph.ts';
import type { RankedCause } from '../../domain/troubleshooter/rank.ts';
import { tellingReasons } from '../../domain/troubleshooter/reasons.ts';
import { wordsForHost } from './Escalate.tsx';
import { type Typed, valueWords, type ViewProps } from './view.ts';

/** What the report is made from: the answers on the screen, and what the reader typed. */
export function reportInput(
  view: ViewProps,
  end: string,
  ordered: readonly RankedCause[],
  typed: Typed,
  fixed: string | undefined,
): ReportInput {
  const { graph, result, marks, base } = view;
  const statement = (symptom: string): string => statementOf(graph, view.details, symptom);
  const title = (cause: string): string => graph.causes[cause]?.title ?? cause;
  const asked = result.steps.map(({ question, value }) => ({
    question: graph.questions[question]?.ask ?? question,
    value,
  }));
  const told = asked.filter(({ value }) => value !== 'unsure');
  const sign =
    (words: string) =>
    ({ symptom }: { readonly symptom: string }): string =>
      `${words}: ${statement(symptom)}`;
  return {
    title: graph.ends[end]?.title ?? end,
    codes: codesSeen(graph, result.evidence),
    fields: {
      hostname: typed.hostname,
      rayId: typed.rayId,
      first: typed.first === '' ? undefined : new Date(typed.first),
      last: typed.last === '' ? undefined : new Date(typed.last),
    },
    answers: told.map(({ question, value }) => ({ question, answer: valueWords(graph, value) })),
    unchecked: asked.filter(({ value }) => value === 'unsure').map(({ question }) => question),
    tried: marks.tried.map(title),
    fixed: fixed === undefined ? undefined : title(fixed),
    causes: ordered.map((cause) => {
      const reasons = tellingReasons(graph, cause);
      return {
        title: title(cause.id),
        reasons: [...reasons.for.map(sign('For')), ...reasons.against.map(sign('Against'))],
        confirm: view.details?.causes[cause.id]?.confirmedIf ?? '',
        path: withBase(base, `/causes/${cause.id}/`),
      };
    }),
    asks: wordsForHost(view, end),
    now: new Date(),
    origin: location.origin,
  };
}
