import { useState } from 'preact/hooks';
import { withBase } from '../../domain/text/link.ts';
import type { CheckDetails } from '../../domain/troubleshooter/graph.ts';
import { ACCESS_LEVELS, ACCESS_NAMES, type Access } from '../../domain/vocabulary.ts';
import { Text } from '../shared/Text.tsx';
import type { ViewProps } from './view.ts';

function CopyButton({ text }: { text: string }) {
  const [words, setWords] = useState('Copy');
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => {
        setWords('Copied');
      },
      () => {
        setWords('Press Ctrl+C');
      },
    );
  };
  return (
    <button type="button" onClick={copy}>
      {words}
    </button>
  );
}

function CommandView({ command, live }: { command: CheckDetails['commands'][number]; live: boolean }) {
  return (
    <figure class="cmd">
      <figcaption>
        <span>{command.caption}</span>
        {live && <CopyButton text={command.run} />}
      </figcaption>
      <pre tabIndex={0}>
        <code>{command.run}</code>
      </pre>
    </figure>
  );
}

function DetailsView({ details, base, live }: { details: CheckDetails; base: string; live: boolean }) {
  return (
    <>
      {details.how !== undefined && (
        <p>
          <Text of={details.how} base={base} />
        </p>
      )}
      {details.commands.map((command) => (
        <CommandView key={command.run} command={command} live={live} />
      ))}
      {details.sample !== undefined && (
        <pre class="cap" tabIndex={0}>
          <samp>{details.sample.trimEnd()}</samp>
        </pre>
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
        {lead} <Text of={check.title} base={view.base} />{' '}
        <span class="needs">needs: {ACCESS_NAMES[check.access].toLowerCase()}</span>
      </summary>
      {details === undefined ? (
        <p>
          <a href={withBase(view.base, `/checks/#${id}`)}>What to do</a>
        </p>
      ) : (
        <DetailsView details={details} base={view.base} live={view.live} />
      )}
    </details>
  );
}

function AccessChoice({ access, onAccess }: { access: Access; onAccess: (access: Access) => void }) {
  return (
    <fieldset class="access">
      <legend>What can you reach?</legend>
      {ACCESS_LEVELS.map((level) => (
        <label key={level}>
          <input
            type="radio"
            name="access"
            checked={level === access}
            onChange={() => {
              onAccess(level);
            }}
          />{' '}
          {ACCESS_NAMES[level]}
        </label>
      ))}
    </fieldset>
  );
}

/** How to find out: the checks that fit what the reader can reach. */
export function Checks({ ids, view }: { ids: readonly string[]; view: ViewProps }) {
  const known = ids.filter((id) => Object.hasOwn(view.graph.checks, id));
  if (known.length === 0) return null;
  const reach = ACCESS_LEVELS.indexOf(view.access);
  const shown = known.filter((id) => ACCESS_LEVELS.indexOf(view.graph.checks[id]?.access ?? 'shell') <= reach);
  const hidden = known.length - shown.length;
  return (
    <section class="how" aria-label="How to find out">
      <h2>How to find out</h2>
      {shown.map((id) => (
        <CheckView key={id} id={id} view={view} />
      ))}
      {hidden > 0 && (
        <p class="note">
          {shown.length === 0
            ? 'No check fits what you can reach. Answer “I can’t check this”.'
            : `${String(hidden)} more need access that you do not have.`}
        </p>
      )}
      {view.live && <AccessChoice access={view.access} onAccess={view.onAccess} />}
    </section>
  );
}
