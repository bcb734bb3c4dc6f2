import { useState } from 'preact/hooks';
import type { Check } from '../../domain/troubleshooter/graph.ts';
import { ACCESS_LEVELS, ACCESS_NAMES, type Access } from '../../domain/vocabulary.ts';
import { Text } from './Text.tsx';
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

/** A command with its caption. */
export function CommandView({ command, live }: { command: Check['commands'][number]; live: boolean }) {
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

/** One check: what to do, and what it looks like. */
export function CheckView({ check, base, live }: { check: Check; base: string; live: boolean }) {
  return (
    <>
      {check.how !== undefined && (
        <p>
          <Text of={check.how} base={base} />
        </p>
      )}
      {check.commands.map((command) => (
        <CommandView key={command.run} command={command} live={live} />
      ))}
      {check.sample !== undefined && (
        <pre class="cap" tabIndex={0}>
          <samp>{check.sample.trimEnd()}</samp>
        </pre>
      )}
    </>
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
  const { graph, access, base, live } = view;
  const known = ids.flatMap((id) => graph.checks[id] ?? []);
  if (known.length === 0) return null;
  const fits = (check: Check): boolean => ACCESS_LEVELS.indexOf(check.access) <= ACCESS_LEVELS.indexOf(access);
  const shown = known.filter(fits);
  const hidden = known.length - shown.length;
  return (
    <section class="how" aria-label="How to find out">
      <h2>How to find out</h2>
      {shown.map((check) => (
        <details key={check.title}>
          <summary>
            <Text of={check.title} base={base} /> <span class="needs">needs: {ACCESS_NAMES[check.access].toLowerCase()}</span>
          </summary>
          <CheckView check={check} base={base} live={live} />
        </details>
      ))}
      {hidden > 0 && (
        <p class="note">
          {shown.length === 0 ? 'No check fits what you can reach. Answer “I can’t check this”.' : `${String(hidden)} more need access that you do not have.`}
        </p>
      )}
      {live && <AccessChoice access={access} onAccess={view.onAccess} />}
    </section>
  );
}
