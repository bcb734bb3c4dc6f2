import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { withBase } from '../../domain/text/link.ts';
import type { RankedCause } from '../../domain/troubleshooter/rank.ts';
import { Reasons } from './Reasons.tsx';
import { RepairView } from './Repair.tsx';
import { Text } from '../shared/Text.tsx';
import type { ViewProps } from './view.ts';

const WHY = ['Why first', 'Why second', 'Why third'];

/** How many of the first causes bring their repair with them; that of a later one is fetched when it is opened. */
const AHEAD = 3;

interface CauseItemProps {
  readonly cause: RankedCause;
  /** Place in the list, from 0. */
  readonly position: number;
  /** To be repaired now: it stands open. */
  readonly now: boolean;
  readonly view: ViewProps;
  /** What follows the cause to be repaired now. */
  readonly children?: ComponentChildren;
}

function Body({ cause, position, view, now }: CauseItemProps) {
  const known = view.details?.causes[cause.id];
  const { live } = view;
  // What stands below the repair waits for it, or it would be pushed down.
  const settled = live === undefined || live.repairs[cause.id] !== undefined;
  return (
    <>
      <div class={now ? 'do now' : 'do'}>
        <h3>{now ? 'Do this now' : 'What to do'}</h3>
        <RepairView cause={cause.id} view={view} />
      </div>
      {settled && known !== undefined && (
        <Reasons cause={cause} known={known} why={WHY[position] ?? 'Why here'} view={view} />
      )}
    </>
  );
}

/** One cause at an end: what to do, why it stands here, how to confirm it. */
export function CauseItem(props: CauseItemProps) {
  const { cause, position, now, view, children } = props;
  const { live } = view;
  const [opened, setOpened] = useState(now || position < AHEAD);
  const title = <Text of={view.graph.causes[cause.id]?.title ?? cause.id} base={view.base} />;
  const page = withBase(view.base, `/causes/${cause.id}/`);
  const tried = view.marks.tried.includes(cause.id);
  useEffect(() => {
    if (opened || now) live?.onNeed(cause.id);
  }, [opened, now]);
  if (now) {
    return (
      <li data-cause={cause.id} class="now">
        <div>
          <h2 tabIndex={-1} data-now>
            <a href={page}>{title}</a>
          </h2>
          <Body {...props} />
          {children}
        </div>
      </li>
    );
  }
  return (
    <li data-cause={cause.id} class={tried ? 'later tried' : 'later'}>
      <details
        onToggle={(event) => {
          if (event.currentTarget.open) setOpened(true);
        }}
      >
        <summary>
          <h2>{title}</h2>
          {tried && <span class="note"> tried, did not help</span>}
        </summary>
        {live === undefined && (
          <p>
            <a href={page}>All about this cause, with sources</a>
          </p>
        )}
        <Body {...props} />
      </details>
    </li>
  );
}
