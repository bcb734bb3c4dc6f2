import { useRef, useState } from 'preact/hooks';
import { moveFocus } from './keys.ts';
import type { LoadedIndex } from './load.ts';
import type { NamedCode } from './Offers.tsx';
import type { SearchPlace } from './place.ts';
import { SearchView } from './SearchView.tsx';
import { type SearchState, useSearch } from './use-search.ts';

interface Props {
  readonly id: string;
  readonly place: SearchPlace;
  /** The query to begin with: text from the address, never markup. */
  readonly start: string;
  readonly onSubmit: (text: string, state: SearchState) => void;
}

function namedCodes(place: SearchPlace, index: LoadedIndex | undefined): NamedCode[] {
  const entries = index?.whole === true ? index.prepared.index.entries : [];
  const titles = new Map(
    entries.filter((entry) => entry.kind === 'error').map((entry) => [entry.codes[0], entry.names[0] ?? '']),
  );
  return place.codes.map((code) => ({ code, title: titles.get(code) ?? place.titles.get(code) ?? '' }));
}

/** The search, alive. */
export function Search({ id, place, start, onSubmit }: Props) {
  const [input, setInput] = useState(start);
  const root = useRef<HTMLDivElement>(null);
  const state = useSearch(place, input);
  return (
    <div
      ref={root}
      data-settled={String(state.settled)}
      data-full-text={state.textOff ? 'off' : 'on'}
      onKeyDown={(event) => {
        if (root.current !== null) moveFocus(event, root.current);
      }}
    >
      <SearchView
        id={id}
        base={place.base}
        input={input}
        state={state}
        codes={namedCodes(place, state.index)}
        onInput={setInput}
        onSubmit={(text) => {
          onSubmit(text, state);
        }}
      />
    </div>
  );
}
