import { rank, supported, type RankedCause, type Reason } from '../../domain/troubleshooter/rank.ts';
import { CheckView } from './Checks.tsx';
import { ReportView } from './Report.tsx';
import { Text } from './Text.tsx';
import type { ViewProps } from './view.ts';

const ORDINALS = ['first', 'second', 'third'];

function ReasonList({ reasons, sign, view }: { reasons: readonly Reason[]; sign: 'for' | 'con'; view: ViewProps }) {
  return (
    <>
      {reasons.map((reason) => (
        <span key={reason.symptom} class={sign}>
          <span class="vh">{sign === 'for' ? 'For: ' : 'Against: '}</span>
          <Text of={view.graph.symptoms[reason.symptom]?.statement ?? reason.symptom} base={view.base} />
          {reason.because !== undefined && (
            <>
              {' '}
              <Text of={reason.because} base={view.base} />
            </>
          )}
        </span>
      ))}
    </>
  );
}

function CauseItem({ cause, position, view }: { cause: RankedCause; position: number; view: ViewProps }) {
  const known = view.graph.causes[cause.id];
  if (known === undefined) return null;
  const reasons = cause.decisive.length + cause.supports.length + cause.against.length;
  return (
    <li data-cause={cause.id}>
      <div>
        <h3>
          <a href={`${view.base.replace(/\/$/, '')}/causes/${cause.id}/`}>
            <Text of={known.title} base={view.base} />
          </a>
        </h3>
        <p>
          <Text of={known.summary} base={view.base} />
        </p>
        <dl class="why">
          {reasons > 0 && (
            <div>
              <dt>Why {ORDINALS[position] ?? 'here'}</dt>
              <dd>
                <ReasonList reasons={[...cause.decisive, ...cause.supports]} sign="for" view={view} />
                <ReasonList reasons={cause.against} sign="con" view={view} />
              </dd>
            </div>
          )}
          <div>
            <dt>You have this if</dt>
            <dd>
              <Text of={known.confirmedIf} base={view.base} />
              {position < 3 && known.confirm[0] !== undefined && <CheckView id={known.confirm[0]} view={view} />}
            </dd>
          </div>
          <div>
            <dt>Ruled out if</dt>
            <dd>
              <Text of={known.ruledOutIf} base={view.base} />
            </dd>
          </div>
          <div>
            <dt>Then</dt>
            <dd>
              <Text of={known.fix} base={view.base} /> <a href={`${view.base.replace(/\/$/, '')}/causes/${cause.id}/#fix`}>The repair, step by step</a>
            </dd>
          </div>
          <div>
            <dt>Fixed when</dt>
            <dd>
              <Text of={known.verify} base={view.base} />
            </dd>
          </div>
        </dl>
      </div>
    </li>
  );
}

/** An end: ordered causes, each with the reader's own answers as reasons. */
export function EndView({ view, id }: { view: ViewProps; id: string }) {
  const end = view.graph.ends[id];
  if (end === undefined) return null;
  const { ordered, out } = view.live ? rank(view.graph, end.causes, view.result.evidence) : rank(view.graph, end.causes, []);
  const shown = view.live ? ordered : end.causes.flatMap((cause) => ordered.find((entry) => entry.id === cause) ?? []);
  const pointed = shown[0] !== undefined && supported(shown[0]);
  const decides = end.decides.find(({ between }) => shown.slice(0, 2).every((cause) => between.includes(cause.id)));
  return (
    <>
      <p class="qn">{pointed || !end.vague ? 'The end of this walk. Likely causes, in our order.' : 'The end of this walk. Likeliest first; nothing points to one yet.'}</p>
      <h1 class="q1" tabIndex={-1} data-heading>
        <Text of={end.title} base={view.base} />
      </h1>
      <p>
        <Text of={end.text} base={view.base} />
      </p>
      <ol class="cz">
        {shown.map((cause, position) => (
          <CauseItem key={cause.id} cause={cause} position={position} view={view} />
        ))}
      </ol>
      {decides !== undefined && (
        <div class="decide">
          <CheckView id={decides.check} view={view} lead="What decides between the first two:" />
        </div>
      )}
      {out.length > 0 && (
        <>
          <h2>Out, because of your answers</h2>
          <ul>
            {out.map((cause) => (
              <li key={cause.id}>
                <Text of={view.graph.causes[cause.id]?.title ?? cause.id} base={view.base} />:{' '}
                <Text of={view.graph.symptoms[cause.excludes[0]?.symptom ?? '']?.statement ?? ''} base={view.base} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>After the repair</h2>
      <ul>
        <li>The page comes ten times in a row, from two networks: fixed.</li>
        <li>The same code again: go on with the next cause above.</li>
        <li>
          Another code: the request came to another station.{' '}
          <a href={`${view.base.replace(/\/$/, '')}/troubleshoot/code/`}>Start again with the new code</a>.
        </li>
      </ul>
      <h2>Meanwhile</h2>
      <p>
        <strong>Visitors:</strong> <Text of={end.visitor} base={view.base} />
      </p>
      <p>
        <strong>API clients:</strong> <Text of={end.client} base={view.base} />
      </p>
      {view.live && <ReportView view={view} ordered={ordered} title={end.title} />}
    </>
  );
}
