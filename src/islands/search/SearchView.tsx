import { type Filters, NO_FILTERS } from '../../domain/search/filter.ts';
import { groupHits } from '../../domain/search/group.ts';
import { directPage } from '../../domain/search/search.ts';
import { withBase } from '../../domain/text/link.ts';
import { FilterBar } from './FilterBar.tsx';
import { Notices } from './Notices.tsx';
import { type NamedCode, Offers } from './Offers.tsx';
import { MAX_FIELD } from './place.ts';
import { Results } from './Results.tsx';
import { status } from './status.ts';
import type { SearchState } from './use-search.ts';

interface Props {
  /** Tells the ids of the field on the page and in the dialog apart. */
  readonly id: string;
  readonly base: string;
  readonly input: string;
  readonly state: SearchState;
  readonly filters: Filters;
  /** True when the text in the field is a paste that an analyzer could read. */
  readonly pasted: boolean;
  readonly codes: readonly NamedCode[];
  readonly onInput: (text: string) => void;
  readonly onInsist: () => void;
  /** The reader wants the text of the pages searched too. */
  readonly onText: () => void;
  readonly onFilters: (filters: Filters) => void;
  /** Enter in the field. Without it the form is sent as usual, and nothing is alive. */
  readonly onSubmit?: (text: string) => void;
}

/** What the view does before scripts run: nothing. */
export const AT_REST = {
  filters: NO_FILTERS,
  pasted: false,
  onInput: () => undefined,
  onInsist: () => undefined,
  onText: () => undefined,
  onFilters: () => undefined,
} as const;

function Field({ id, base, input, onInput, onSubmit }: Pick<Props, 'id' | 'base' | 'input' | 'onInput' | 'onSubmit'>) {
  return (
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
  );
}

/** The search field, what was found, and a way on when nothing was. The same in the dialog and on the page. */
export function SearchView(props: Props) {
  const { id, base, input, state, filters, pasted, codes, onSubmit } = props;
  const hits = state.answer?.hits ?? [];
  const exact = state.answer?.query.exact === true;
  const groups = groupHits(hits, filters, exact);
  const here = state.answer !== undefined && directPage(state.answer) !== undefined;
  const unsure = state.answer?.sure !== true;
  const offer = groups.length === 0 || unsure || state.textOff || state.index?.whole === false;
  return (
    <>
      <Field id={id} base={base} input={input} onInput={props.onInput} {...(onSubmit && { onSubmit })} />
      <div class="says">
        <p class="note">{status(state, input, filters)}</p>
        {pasted && (
          <p>
            This looks like an error page, headers or a log. <a href={withBase(base, '/analyze/')}>Open the analyzer</a>{' '}
            and paste it there: it reads the whole of it, on your device.
          </p>
        )}
        <Notices state={state} onInsist={props.onInsist} />
      </div>
      {hits.length > 1 && <FilterBar id={id} hits={hits} filters={filters} onFilters={props.onFilters} />}
      <Results
        id={id}
        groups={groups}
        base={base}
        passages={state.passages}
        here={here}
        onKind={(kind) => {
          props.onFilters({ ...filters, kind });
        }}
      />
      {state.moreInText && (
        <button type="button" class="more" onClick={props.onText}>
          Search the text of all pages too
        </button>
      )}
      {offer && <Offers codes={codes} base={base} heading="All codes" live={onSubmit !== undefined} />}
    </>
  );
}
