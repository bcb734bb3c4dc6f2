import type { ReportInput } from '../../domain/report/report.ts';
import { withBase } from '../../domain/text/link.ts';
import { statementOf } from '../../domain/troubleshooter/graph.ts';
import type { RankedCause } from '../../domain/troubleshooter/rank.ts';
import { tellingReasons } from '../../domain/troubleshooter/reasons.ts';
import { asksOf, faultOf } from './fault.ts';
import { valueWords, type ViewProps } from './view.ts';

/** What the report is made from: the answers on the screen, and what the reader typed. */
export function reportInput(
  view: ViewProps,
  end: string,
  ordered: readonly RankedCause[],
  fixed: string | undefined,
): ReportInput {
  const { graph, result, marks, base } = view;
  const { codes, fields } = faultOf(view);
  const { edge, host, account } = asksOf(view, end);
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
    codes,
    fields,
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
    asks: edge ? [...host, ...account] : host,
    now: new Date(),
    origin: location.origin,
  };
}
