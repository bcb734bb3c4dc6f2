import type { CodeReading } from '../../domain/search/query.ts';
import { MAX_QUERY } from '../../domain/search/words.ts';
import type { SearchState } from './use-search.ts';

function CodeNotice({ reading }: { reading: CodeReading }) {
  if (reading.kind === 'page') return null;
  if (reading.kind === 'unknown') {
    return (
      <p>
        <b>This guide has no page on {reading.code}.</b> Codes close to it are among the results.
      </p>
    );
  }
  return (
    <p>
      {reading.code} is a number inside a {reading.of}; the page on {reading.of} explains it.
    </p>
  );
}

interface Props {
  readonly state: SearchState;
  readonly onInsist: () => void;
}

/** What the reader should know about how the query was taken and what could not be searched. */
export function Notices({ state, onInsist }: Props) {
  const { answer, index, textOff } = state;
  return (
    <>
      {answer?.query.cut === true && (
        <p>That was longer than {MAX_QUERY} characters. Only its beginning was searched for.</p>
      )}
      {answer?.query.codes.map((reading) => (
        <CodeNotice key={reading.code} reading={reading} />
      ))}
      {answer?.corrected !== undefined && (
        <p>
          Searched for <b>{answer.corrected}</b> instead.{' '}
          <button type="button" class="as" onClick={onInsist}>
            Search for “{answer.query.text}”
          </button>
        </p>
      )}
      {textOff && (
        <p>
          Full text is off: its index could not be loaded.{' '}
          {index?.whole === true && 'Codes, names and causes are still found.'}
        </p>
      )}
      {index?.whole === false && <p>The list of names and causes could not be loaded. Codes are still found.</p>}
    </>
  );
}
