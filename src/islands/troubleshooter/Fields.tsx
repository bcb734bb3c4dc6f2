import { withBase } from '../../domain/text/link.ts';
import type { Live, Typed } from './view.ts';

const FIELDS: readonly {
  readonly key: keyof Typed;
  readonly name: string;
  readonly type: 'text' | 'datetime-local';
}[] = [
  { key: 'hostname', name: 'Hostname', type: 'text' },
  { key: 'rayId', name: 'Ray ID', type: 'text' },
  { key: 'first', name: 'First seen, by your clock', type: 'datetime-local' },
  { key: 'last', name: 'Last seen, by your clock', type: 'datetime-local' },
];

/** What only the reader knows: it goes into all that is copied below. */
export function Fields({ live, base }: { live: Live; base: string }) {
  return (
    <>
      <p>
        Fill in what you know; the texts below take it up, with times in UTC. It stays on this device, out of the page’s
        address, and is gone when you leave.{' '}
        <a href={withBase(base, '/guides/read-an-error-page/')}>Where the Ray ID stands</a>
      </p>
      <div class="fields">
        {FIELDS.map(({ key, name, type }) => (
          <label key={key}>
            <span>
              {name} <span class="needs">optional</span>
            </span>
            <input
              type={type}
              autocomplete="off"
              spellcheck={false}
              maxLength={100}
              value={live.typed[key]}
              onInput={(event) => {
                live.onTyped({ [key]: event.currentTarget.value });
              }}
            />
          </label>
        ))}
      </div>
      {live.typed.rayId !== '' && !/^[0-9a-f]{16}(-[a-z]{3})?$/i.test(live.typed.rayId.trim()) && (
        <p class="note" role="status">
          A Ray ID has 16 characters, 0 to 9 and a to f. What you typed is taken up as it is.
        </p>
      )}
    </>
  );
}
