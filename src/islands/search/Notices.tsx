import type { CodeReading } from '../../domain/search/query.ts';
import { MAX_QUERY } from '../../domain/search/words.ts';
import { pageOf } from '../../domain/search/query.ts';
import { withBase } from '../../domain/text/link.ts';
import type { SearchState } from './use-search.ts';

function CodeNotice({ reading, state, base }: { reading: CodeReading; state: SearchState; base: string }) {
  if (reading.kind === 'page') return null;
  if (reading.kind === 'inside') {
    return (
      <p>
        {reading.code} is a number inside a {reading.of}; the page on {reading.of} explains it.
      </p>
    );
  }
  return (
    <p data-moves>
      <b>This guide has no page on {reading.code}.</b> Close to it:{' '}
      {reading.nearest.map((code, at) => (
        <>
          {at > 0 && ', '}
          <a href={withBase(base, `/${state.index === undefined ? code : pageOf(code, state.index.prepared.index)}/`)}>
            {code}
          </a>
        </>
      ))}
      .
    </p>
  );
}

/** What the reader should know about how the query was taken and what could not be searched. */
export function Notices({ state, base }: { state: SearchState; base: string }) {
  const { answer, index, textOff } = state;
  return (
    <>
      {answer?.query.cut === true && (
        <p>That was longer than {MAX_QUERY} characters. Only its beginning was searched for.</p>
      )}
      {answer?.query.codes.map((reading) => (
        <CodeNotice key={reading.code} reading={reading} state={state} base={base} />
      ))}
      {answer?.corrected !== undefined && <p>Searched for “{answer.corrected}”.</p>}
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
