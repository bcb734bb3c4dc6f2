import { withBase } from '../../domain/text/link.ts';
import { fit } from '../../domain/troubleshooter/platforms.ts';
import type { ComponentChildren } from 'preact';
import type { RepairStep } from '../../domain/troubleshooter/repair.ts';
import { CommandView } from './Command.tsx';
import { Platforms } from './Platforms.tsx';
import { Text } from '../shared/Text.tsx';
import type { ViewProps } from './view.ts';

interface StepsProps {
  readonly steps: readonly RepairStep[];
  readonly view: ViewProps;
  /** Stands before the first commands. */
  readonly choice?: ComponentChildren;
}

function Step({ step, view, choice }: Pick<StepsProps, 'view' | 'choice'> & { step: RepairStep }) {
  const { shown, others, missing } = fit(view.graph, step.commands, view.marks.on);
  const names = (ids: readonly string[]): string => ids.map((id) => view.graph.platforms[id]?.name ?? id).join(', ');
  return (
    <>
      <p>
        <Text of={step.do} base={view.base} />
      </p>
      {choice}
      {missing !== undefined && <p class="note">There is none for {names([missing])} here; this one shows the way.</p>}
      {shown.map((command) => (
        <CommandView key={command.run} command={command} view={view} />
      ))}
      {others.length > 0 && (
        <p class="note">
          {shown.length > 0 ? 'Also for' : 'There are commands for'} {names(others)}
          <span class="screen">: choose above</span>.
        </p>
      )}
    </>
  );
}

function Steps({ steps, view, choice }: StepsProps) {
  const first = steps.find((step) => step.commands.length > 0);
  const part = (step: RepairStep) => <Step step={step} view={view} choice={step === first && choice} />;
  const [only, more] = steps;
  if (only !== undefined && more === undefined) return part(only);
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={step.do}>{part(step)}</li>
      ))}
    </ol>
  );
}

/** Platforms that steps have commands for. */
function named(steps: readonly RepairStep[]): string[] {
  return steps.flatMap((step) => step.commands.flatMap(({ platform }) => platform ?? []));
}

/** The repair of a cause for the reader's platform; until it comes, and without scripts, its first step and the way to all. */
export function RepairView({ cause, view }: { cause: string; view: ViewProps }) {
  const repair = view.live?.repairs[cause];
  const known = view.details?.causes[cause];
  const page = <a href={withBase(view.base, `/causes/${cause}/#fix`)}>The repair, step by step</a>;
  if (view.live === undefined || repair === undefined || repair === 'failed') {
    return (
      <p key="brief">
        {known !== undefined && <Text of={known.fix} base={view.base} />}{' '}
        {repair === 'failed' && 'The commands could not be loaded; they stand on the cause’s page. '}
        {page}
      </p>
    );
  }
  return (
    <>
      <Steps
        steps={repair.now}
        view={view}
        choice={<Platforms named={named(repair.now)} view={view} live={view.live} />}
      />
      {repair.warnings.length > 0 && (
        <div class="danger not">
          <b>What not to do</b>
          <ul>
            {repair.warnings.map((warning) => (
              <li key={warning}>
                <Text of={warning} base={view.base} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {repair.later.length > 0 && (
        <details class="then">
          <summary>After that, so that it stays repaired</summary>
          <Steps
            steps={repair.later}
            view={view}
            choice={<Platforms named={named(repair.later)} view={view} live={view.live} />}
          />
        </details>
      )}
      <p class="note" key="whole">
        <a href={withBase(view.base, `/causes/${cause}/`)}>All about this cause, with sources</a>
      </p>
    </>
  );
}
