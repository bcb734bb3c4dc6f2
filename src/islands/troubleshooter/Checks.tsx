import { withBase } from '../../domain/text/link.ts';
import type { CheckDetails } from '../../domain/troubleshooter/graph.ts';
import { ACCESS_LEVELS, ACCESS_NAMES, accessWords, type Access, within } from '../../domain/vocabulary.ts';
import { CommandView } from './Command.tsx';
import { Looks } from './Looks.tsx';
import { Text } from '../shared/Text.tsx';
import type { ViewProps } from './view.ts';

function DetailsView({ details, dashboard, view }: { details: CheckDetails; dashboard: boolean; view: ViewProps }) {
  const runnable = details.commands.filter(({ needs = 'browser' }) => within(needs, view.access));
  const beyond = details.commands.find((command) => !runnable.includes(command));
  return (
    <>
      {details.how !== undefined && (
        <p>
          <Text of={details.how} base={view.base} />
        </p>
      )}
      {runnable.map((command) => (
        <CommandView key={command.run} command={command} view={view} />
      ))}
      {beyond?.needs !== undefined && (
        <p class="note">There is a command for it, too; it needs: {accessWords(beyond.needs)}.</p>
      )}
      {details.sample !== undefined && runnable.length > 0 && (
        <pre class="cap" tabIndex={0}>
          <samp>{details.sample.trimEnd()}</samp>
        </pre>
      )}
      {(runnable.length > 0 || beyond === undefined) && <Looks of={details.looks} />}
      {dashboard && (
        <p class="note">
          Someone else has the login?{' '}
          <a href={withBase(view.base, '/guides/ask-your-host/#the-cloudflare-account')}>What to ask them</a>
        </p>
      )}
    </>
  );
}

/** One check, folded: its title and what it needs; opened: what to do. */
export function CheckView({ id, view, lead }: { id: string; view: ViewProps; lead?: string }) {
  const check = view.graph.checks[id];
  if (check === undefined) return null;
  const details = view.details?.checks[id];
  return (
    <details>
      <summary>
        {lead} <Text of={check.title} base={view.base} /> <span class="needs">needs: {accessWords(check.access)}</span>
      </summary>
      {details === undefined ? (
        <p>
          <a href={withBase(view.base, `/checks/#${id}`)}>What to do</a>
        </p>
      ) : (
        <DetailsView details={details} dashboard={check.access === 'dashboard'} view={view} />
      )}
    </details>
  );
}

/** Checks of a question that fit what the reader can reach, and how many need more. */
function sorted(ids: readonly string[], view: ViewProps): { shown: readonly string[]; hidden: number } {
  const known = ids.filter((id) => Object.hasOwn(view.graph.checks, id));
  const shown = known.filter((id) => within(view.graph.checks[id]?.access ?? 'shell', view.access));
  return { shown, hidden: known.length - shown.length };
}

/**
 * Before the answers: what the reader can reach, and that there is a way to find out. Those who do not see answers fold away are
 * told how many did.
 */
export function Reach({ ids, folded, view }: { ids: readonly string[]; folded: number; view: ViewProps }) {
  const { shown, hidden } = sorted(ids, view);
  if (shown.length + hidden === 0) return null;
  const { live } = view;
  return (
    <p class="reach">
      {live !== undefined && (
        <label>
          Show checks up to{' '}
          <select
            value={view.access}
            onChange={(event) => {
              live.onAccess(event.currentTarget.value as Access);
            }}
          >
            {ACCESS_LEVELS.map((level) => (
              <option key={level} value={level}>
                {ACCESS_NAMES[level]}
              </option>
            ))}
          </select>
        </label>
      )}
      <span role={live === undefined ? undefined : 'status'}>
        {shown.length === 0 ? (
          'No check fits that: answer from what you know, or “I can’t check this”.'
        ) : (
          <a href="#how">How to find out, below the answers</a>
        )}
        {folded > 0 && <span class="vh"> {folded} of the answers need more access and are folded.</span>}
      </span>
    </p>
  );
}

/** How to find out: the checks that fit what the reader can reach. */
export function Checks({ ids, view }: { ids: readonly string[]; view: ViewProps }) {
  const { shown, hidden } = sorted(ids, view);
  if (shown.length + hidden === 0) return null;
  return (
    <section class="how" id="how" aria-label="How to find out" tabIndex={-1}>
      <h2>How to find out</h2>
      {shown.map((id) => (
        <CheckView key={id} id={id} view={view} />
      ))}
      {hidden > 0 && (
        <p class="note">
          {shown.length === 0
            ? 'No check fits what you can reach. Answer “I can’t check this”.'
            : hidden === 1
              ? 'One more check needs more access.'
              : `${String(hidden)} more checks need more access.`}
        </p>
      )}
    </section>
  );
}
