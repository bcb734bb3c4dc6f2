import type { Generated } from '../../domain/firewall/model.ts';
import { Text } from '../shared/Text.tsx';
import { BundleView } from './Bundle.tsx';

function Notes({ notes, base }: { notes: readonly string[]; base: string }) {
  return (
    <ul>
      {notes.map((note) => (
        <li key={note}>
          <Text of={note} base={base} />
        </li>
      ))}
    </ul>
  );
}

interface Props {
  readonly made: Generated;
  /** Base path of the site. */
  readonly base: string;
  /** Whether scripts run, so that copying works. */
  readonly live: boolean;
}

/** A whole configuration: the rules, the other way where there is one, and the timer. */
export function Rules({ made, base, live }: Props) {
  const { alternative, refresh } = made;
  return (
    <>
      <section class="sec" id="rules">
        <h2>The rules</h2>
        <div>
          <Notes notes={made.notes} base={base} />
          <BundleView bundle={made} live={live} />
        </div>
      </section>
      {alternative && (
        <section class="sec" id="other">
          <h2>Another way</h2>
          <div>
            <p>
              <Text of={alternative.when} base={base} />
            </p>
            <Notes notes={alternative.notes} base={base} />
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
            <p>A timer fetches the list, refuses what does not look like it, compares, and only then reloads.</p>
            <BundleView bundle={refresh} live={live} />
          </div>
        </section>
      )}
    </>
  );
}
