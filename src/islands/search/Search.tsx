import { useEffect, useRef, useState } from 'preact/hooks';
import { type Filters, NO_FILTERS } from '../../domain/search/filter.ts';
import { watchInserted } from '../shared/inserted.ts';
import { moveFocus } from './keys.ts';
import type { LoadedIndex } from './load.ts';
import type { NamedCode } from './Offers.tsx';
import { offerPaste } from './paste.ts';
import type { SearchPlace } from './place.ts';
import { SearchView } from './SearchView.tsx';
import { status } from './status.ts';
import { type SearchState, useSearch } from './use-search.ts';

interface Props {
  readonly id: string;
  readonly place: SearchPlace;
  /** The query and the filters to begin with: text from the address, never markup. */
  readonly start: string;
  readonly narrowed?: Filters;
  readonly onSubmit: (text: string, state: SearchState) => void;
  /** Called when the filters change. */
  readonly onFilters?: (text: string, filters: Filters) => void;
  /** Called when an analyzer on the page took what was pasted. */
  readonly onTaken?: () => void;
}

/** A screen reader hears the result when the typing pauses, not at every key. */
const PAUSE_MS = 700;

function namedCodes(place: SearchPlace, index: LoadedIndex | undefined): NamedCode[] {
  const entries = index?.whole === true ? index.prepared.index.entries : [];
  const titles = new Map(
    entries.filter((entry) => entry.kind === 'error').map((entry) => [entry.codes[0], entry.names[0] ?? '']),
  );
  return place.codes.map((code) => ({ code, title: titles.get(code) ?? place.titles.get(code) ?? '' }));
}

/** The text, once it has stayed the same for a while. */
function useCalm(text: string): string {
  const [calm, setCalm] = useState('');
  useEffect(() => {
    const timer = setTimeout(setCalm, PAUSE_MS, text);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return calm;
}

/** The search, alive. */
export function Search({ id, place, start, narrowed = NO_FILTERS, onSubmit, onFilters, onTaken }: Props) {
  const [input, setInput] = useState(start);
  const [insisted, setInsisted] = useState<string>();
  const [inText, setInText] = useState(false);
  const [filters, setFilters] = useState(narrowed);
  const [pasted, setPasted] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const state = useSearch(place, input, insisted === input, inText);
  const said = useCalm(status(state, input, filters));
  const offer = (text: string) => {
    const read = offerPaste(text);
    setPasted(read === 'left');
    if (read === 'taken') onTaken?.();
    return read;
  };
  /** Offers what is in the field already, and empties it when it was taken. */
  const offerOut = (text: string) => {
    const read = offer(text);
    const field = root.current?.querySelector('input');
    if (read === 'taken' && field) {
      field.value = '';
      setInput('');
    }
    return read;
  };
  useEffect(() => {
    if (root.current !== null) watchInserted(root.current, offerOut);
  }, []);
  return (
    <div
      ref={root}
      data-settled={String(state.settled)}
      data-full-text={state.textOff ? 'off' : 'on'}
      onKeyDown={(event) => {
        if (root.current !== null) moveFocus(event, root.current);
      }}
      onPaste={(event) => {
        if (offer(event.clipboardData?.getData('text/plain') ?? '') === 'taken') event.preventDefault();
      }}
    >
      <SearchView
        id={id}
        base={place.base}
        input={input}
        state={state}
        filters={filters}
        pasted={pasted}
        codes={namedCodes(place, state.index)}
        onInput={(text) => {
          if (text === '') setPasted(false);
          setInput(text);
        }}
        onInsist={() => {
          setInsisted(input);
          root.current?.querySelector('input')?.focus();
        }}
        onText={() => {
          setInText(true);
          root.current?.querySelector('input')?.focus();
        }}
        onFilters={(chosen) => {
          setFilters(chosen);
          onFilters?.(input, chosen);
        }}
        onSubmit={(text) => {
          if (offerOut(text) === undefined) onSubmit(text, state);
        }}
      />
      <p class="vh" role="status">
        {said}
      </p>
    </div>
  );
}
