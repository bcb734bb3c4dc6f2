import { withBase } from '../../domain/text/link.ts';
import { fit } from '../../domain/troubleshooter/platforms.ts';
import type { RepairStep } from '../../domain/troubleshooter/repair.ts';
import { CommandView } from './Command.tsx';
import { Platforms } from './Platforms.tsx';
import { Text } from './Text.tsx';
import type { ViewProps } from './view.ts';

function Step({ step, view }: { step: RepairStep; view: ViewProps }) {
  const { shown, others, missing } = fit(view.graph, step.commands, view.marks.on);
  const names = (ids: readonly string[]): string => ids.map((id) => view.graph.platforms[id]?.name ?? id).join(', ');
  return (
    <>
      <p>
        <Text of={step.do} base={view.base} />
      </p>
      {missing !== undefined && <p class="note">There is none for {names([missing])} here; this one shows the way.</p>}
      {shown.map((command) => (
        <CommandView key={command.run} command={command} view={view} />
      ))}
      {others.length > 0 && <p class="note">Also for {names(others)}: choose above.</p>}
    </>
  );
}

function Steps({ steps, view }: { steps: readonly RepairStep[]; view: ViewProps }) {
  const [only, more] = steps;
  if (only !== undefined && more === undefined) return <Step step={only} view={view} />;
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={step.do}>
          <Step step={step} view={view} />
        </li>
      ))}
    </ol>
  );
}

/** The repair of a cause for the reader's platform; until it comes, and without scripts, its first step and the way to all. */
export function RepairView({ cause, view }: { cause: string; view: ViewProps }) {
  const repair = view.live?.repairs[cause];
  const known = view.details?.causes[cause];
  const page = <a href={withBase(view.base, `/causes/${cause}/#fix`)}>The repair, step by step</a>;
  if (view.live === undefined || repair === undefined || repair === 'failed') {
    return (
      <p>
        {known !== undefined && <Text of={known.fix} base={view.base} />}{' '}
        {repair === 'failed' && 'The commands could not be loaded; they stand on the cause’s page. '}
        {page}
      </p>
    );
  }
  return (
    <>
      {repair.warnings.map((warning) => (
        <p class="danger" key={warning}>
          <b>Careful.</b> <Text of={warning} base={view.base} />
        </p>
      ))}
      <Platforms named={known?.platforms ?? []} view={view} live={view.live} />
      <Steps steps={repair.now} view={view} />
      {repair.later.length > 0 && (
        <details class="then">
          <summary>After that, so that it stays repaired</summary>
          <Steps steps={repair.later} view={view} />
        </details>
      )}
      <p class="note">
        <a href={withBase(view.base, `/causes/${cause}/`)}>All about this cause, with sources</a>
      </p>
    </>
  );
}
