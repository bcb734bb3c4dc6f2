import type { ComponentChildren } from 'preact';
import { withBase } from '../../domain/text/link.ts';
import { statementOf, type CauseDetails } from '../../domain/troubleshooter/graph.ts';
import type { RankedCause, Reason } from '../../domain/troubleshooter/rank.ts';
import { tellingReasons } from '../../domain/troubleshooter/reasons.ts';
import { CheckView } from './Checks.tsx';
import { Text } from '../shared/Text.tsx';
import type { ViewProps } from './view.ts';

interface ReasonListProps {
  readonly reasons: readonly Reason[];
  readonly sign: 'for' | 'con';
  readonly because: Readonly<Record<string, string>>;
  readonly view: ViewProps;
}

function ReasonList({ reasons, sign, because, view }: ReasonListProps) {
  return (
    <>
      {reasons.map((reason) => (
        <span key={reason.symptom} class={sign}>
          <span class="vh">{sign === 'for' ? 'For: ' : 'Against: '}</span>
          <Text of={statementOf(view.graph, view.details, reason.symptom)} base={view.base} />
          {because[reason.symptom] !== undefined && (
            <>
              {' '}
              <Text of={because[reason.symptom] ?? ''} base={view.base} />
            </>
          )}
        </span>
      ))}
    </>
  );
}

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Why a cause stands where it stands, and how to be sure of it. */
export function Reasons({
  cause,
  known,
  why,
  view,
}: {
  cause: RankedCause;
  known: CauseDetails;
  why: string;
  view: ViewProps;
}) {
  const reasons = tellingReasons(view.graph, cause);
  const check = view.graph.causes[cause.id]?.confirm[0];
  const repair = view.live?.repairs[cause.id];
  const repeat = repair === undefined || repair === 'failed' ? [] : repair.repeat;
  return (
    <dl class="why">
      <Row name="What happens">
        <Text of={known.summary} base={view.base} />
      </Row>
      {reasons.for.length + reasons.against.length > 0 && (
        <Row name={why}>
          <ReasonList reasons={reasons.for} sign="for" because={known.because} view={view} />
          <ReasonList reasons={reasons.against} sign="con" because={known.because} view={view} />
        </Row>
      )}
      <Row name="You have this if">
        <Text of={known.confirmedIf} base={view.base} />
        {check !== undefined && <CheckView id={check} view={view} />}
      </Row>
      <Row name="Ruled out if">
        <Text of={known.ruledOutIf} base={view.base} />
      </Row>
      <Row name="Fixed when">
        <Text of={known.verify} base={view.base} />
        {repeat.length > 0 && (
          <span class="note again">
            Repeat:{' '}
            {repeat.map(({ id, title }, index) => (
              <>
                {index > 0 && ' · '}
                <a href={withBase(view.base, `/checks/#${id}`)}>
                  <Text of={title} base={view.base} />
                </a>
              </>
            ))}
          </span>
        )}
      </Row>
    </dl>
  );
}
