import type { Generated } from '../../domain/firewall/model.ts';
import { BundleView } from './Bundle.tsx';

/** A sentence of a generator: what stands in backquotes is code. It knows no links, so the reader of all inline text is not needed. */
function Sentence({ of }: { of: string }) {
  return <>{of.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>;
}

function Notes({ notes }: { notes: readonly string[] }) {
  return (
    <ul>
      {notes.map((note) => (
        <li key={note}>
          <Sentence of={note} />
        </li>
      ))}
    </ul>
  );
}

interface Props {
  readonly made: Generated;
  /** Whether scripts run, so that copying works. */
  readonly live: boolean;
}

/** A whole configuration: the rules, the other way where there is one, and the timer. */
export function Rules({ made, live }: Props) {
  const { alternative, refresh } = made;
  return (
    <>
      <section class="sec" id="rules">
        <h2>The rules</h2>
        <div>
          <Notes notes={made.notes} />
          <BundleView bundle={made} live={live} />
        </div>
      </section>
      {alternative && (
        <section class="sec" id="other">
          <h2>Another way</h2>
          <div>
            <p>
              <Sentence of={alternative.when} />
            </p>
            <Notes notes={alternative.notes} />
            <BundleView bundle={alternative} live={live} />
            {alternative.refresh && (
              <>
                <h3>Keep it fresh, this way</h3>
                <p>Not the timer below: that one loads the list into the table above, which does not exist here.</p>
                <BundleView bundle={alternative.refresh} live={live} />
              </>
            )}
          </div>
        </section>
      )}
      {refresh && (
        <section class="sec" id="fresh">
          <h2>Keep it fresh</h2>
          <div>
            <p>
              A timer fetches the list, refuses what does not look like it, compares, and only then reloads. Before you
              undo the rules, switch it off: its next run may bring them back.
            </p>
            <BundleView bundle={refresh} live={live} />
          </div>
        </section>
      )}
    </>
  );
}
