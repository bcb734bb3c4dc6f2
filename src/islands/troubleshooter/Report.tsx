import { useState } from 'preact/hooks';
import { report, type ReportFormat } from '../../domain/report/report.ts';
import { withBase } from '../../domain/text/link.ts';
import { statementOf } from '../../domain/troubleshooter/graph.ts';
import { tellingReasons } from '../../domain/troubleshooter/reasons.ts';
import type { RankedCause } from '../../domain/troubleshooter/rank.ts';
import { valueWords, type ViewProps } from './view.ts';

function inputOf(view: ViewProps, ordered: readonly RankedCause[], title: string, rayId: string) {
  const statement = (symptom: string): string => statementOf(view.graph, view.details, symptom);
  return {
    title,
    rayId,
    now: new Date(),
    origin: location.origin,
    answers: view.result.steps.map((step) => ({
      question: view.graph.questions[step.question]?.ask ?? step.question,
      answer: valueWords(view.graph, step.value),
    })),
    causes: ordered.map((cause) => ({
      title: view.graph.causes[cause.id]?.title ?? cause.id,
      reasons: tellingReasons(view.graph, cause).for.map((reason) => `For: ${statement(reason.symptom)}`),
      confirm: view.details?.causes[cause.id]?.confirmedIf ?? '',
      path: withBase(view.base, `/causes/${cause.id}/`),
    })),
  };
}

/** The report: made on the device, copied by the reader, sent nowhere. */
export function ReportView({
  view,
  ordered,
  title,
}: {
  view: ViewProps;
  ordered: readonly RankedCause[];
  title: string;
}) {
  const [format, setFormat] = useState<ReportFormat>('text');
  const [rayId, setRayId] = useState('');
  const [state, setState] = useState('Copy the report');
  const text = report(inputOf(view, ordered, title, rayId), format);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => {
        setState('Copied');
      },
      () => {
        setState('Copying was refused; select the text below');
      },
    );
  };
  return (
    <section id="report" aria-labelledby="report-h">
      <h2 id="report-h">Report for your host</h2>
      <p class="note">
        It is written on this device from your answers. Nothing is sent anywhere.{' '}
        <a href={withBase(view.base, '/guides/ask-your-host/')}>What else to ask a host, in words to copy</a>.
      </p>
      <p class="row">
        <label>
          Ray ID, if you have it{' '}
          <input
            type="text"
            autocomplete="off"
            spellcheck={false}
            maxLength={40}
            value={rayId}
            onInput={(event) => {
              setRayId(event.currentTarget.value);
            }}
          />
        </label>
        <label>
          <input
            type="checkbox"
            checked={format === 'markdown'}
            onChange={() => {
              setFormat(format === 'text' ? 'markdown' : 'text');
            }}
          />{' '}
          as Markdown
        </label>
        <button type="button" onClick={copy}>
          {state}
        </button>
      </p>
      <pre class="cap" data-report tabIndex={0}>
        {text}
      </pre>
    </section>
  );
}
