import type { ComponentChildren } from 'preact';
import { withBase } from '../../domain/text/link.ts';
import type { RankedCause, Reason } from '../../domain/troubleshooter/rank.ts';
import { tellingReasons } from '../../domain/troubleshooter/reasons.ts';
import { CheckView } from './Checks.tsx';
import { Text } from '../shared/Text.tsx';
import type { ViewProps } from './view.ts';

const ORDINALS = ['first', 'second', 'third'];

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
          <Text of={view.graph.symptoms[reason.symptom]?.statement ?? reason.symptom} base={view.base} />
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

function CauseBody({ cause, position, view }: CauseItemProps) {
  const known = view.details?.causes[cause.id];
  if (known === undefined) return null;
  const reasons = tellingReasons(view.graph, cause);
  const check = view.graph.causes[cause.id]?.confirm[0];
  return (
    <>
      <p>
        <Text of={known.summary} base={view.base} />
      </p>
      <dl class="why">
        {reasons.for.length + reasons.against.length > 0 && (
          <Row name={`Why ${ORDINALS[position] ?? 'here'}`}>
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
        <Row name="Then">
          <Text of={known.fix} base={view.base} />{' '}
          <a href={withBase(view.base, `/causes/${cause.id}/#fix`)}>The repair, step by step</a>
        </Row>
        <Row name="Fixed when">
          <Text of={known.verify} base={view.base} />
        </Row>
      </dl>
    </>
  );
}

interface CauseItemProps {
  readonly cause: RankedCause;
  /** Place in the list, from 0. The first three stand open. */
  readonly position: number;
  readonly view: ViewProps;
}

/** One cause at an end: why it stands here, how to confirm it, what to do. */
export function CauseItem({ cause, position, view }: CauseItemProps) {
  const title = <Text of={view.graph.causes[cause.id]?.title ?? cause.id} base={view.base} />;
  const link = <a href={withBase(view.base, `/causes/${cause.id}/`)}>{title}</a>;
  if (position < ORDINALS.length) {
    return (
      <li data-cause={cause.id}>
        <div>
          <h2>{link}</h2>
          <CauseBody cause={cause} position={position} view={view} />
        </div>
      </li>
    );
  }
  return (
    <li data-cause={cause.id} class="later">
      <details>
        <summary>{title}</summary>
        <p>{link}</p>
        <CauseBody cause={cause} position={position} view={view} />
      </details>
    </li>
  );
}
