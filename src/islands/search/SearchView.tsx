import { directPage } from '../../domain/search/search.ts';
import { type NamedCode, Offers } from './Offers.tsx';
import { Results } from './Results.tsx';
import { Notices } from './Notices.tsx';
import { MAX_FIELD } from './place.ts';
import type { SearchState } from './use-search.ts';

interface Props {
  /** Tells the ids of the field on the page and in the dialog apart. */
  readonly id: string;
  readonly base: string;
  readonly input: string;
  readonly state: SearchState;
  readonly codes: readonly NamedCode[];
  readonly onInput: (text: string) => void;
  /** Enter in the field. Without it the form is sent as usual. */
  readonly onSubmit?: (text: string) => void;
}

function status(state: SearchState, input: string, count: number): string {
  if (input.trim() === '') return '';
  if (state.answer === undefined) return 'Loading the index …';
  if (count === 0) return state.settled ? 'Nothing was found.' : 'Searching …';
  return `${String(count)} ${count === 1 ? 'result' : 'results'}${state.settled ? '' : ' so far'}`;
}

/** The search field, what was found, and a way on when nothing was. The same in the dialog and on the page. */
export function SearchView({ id, base, input, state, codes, onInput, onSubmit }: Props) {
  const hits = state.answer?.hits ?? [];
  const count = hits.length + state.texts.length;
  const here = state.answer !== undefined && directPage(state.answer) !== undefined;
  const offer = count === 0 || state.textOff || state.index?.whole === false;
  return (
    <>
      <form
        role="search"
        action={`${base}search/`}
        onSubmit={(event) => {
          if (onSubmit === undefined) return;
          event.preventDefault();
          onSubmit(input);
        }}
      >
        <label for={id}>A code, a name, or the words you see</label>
        <div class="ask">
          <input
            id={id}
            type="search"
            name="q"
            value={input}
            maxLength={MAX_FIELD}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            enterkeyhint="search"
            onInput={(event) => {
              onInput(event.currentTarget.value);
            }}
          />
          <button type="submit">Search</button>
        </div>
      </form>
      <div class="says" role="status">
        <p class="note">{status(state, input, count)}</p>
        <Notices state={state} base={base} />
      </div>
      <Results hits={hits} texts={state.texts} base={base} here={here} />
      {offer && <Offers codes={codes} base={base} heading="All codes" />}
    </>
  );
}
