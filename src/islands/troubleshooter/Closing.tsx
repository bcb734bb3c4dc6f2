import { useEffect, useRef } from 'preact/hooks';
import { withBase } from '../../domain/text/link.ts';
import { Text } from '../shared/Text.tsx';
import type { ViewProps } from './view.ts';

/** It works again: how to keep it so, and a record of what it was. */
export function Closing({ cause, view, onUndo }: { cause: string; view: ViewProps; onUndo: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const repair = view.live?.repairs[cause];
  const prevent = repair === undefined || repair === 'failed' ? [] : repair.prevent;
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section class="closing" aria-labelledby="closing-h">
      <h3 id="closing-h" tabIndex={-1} ref={heading}>
        Good. It works again.
      </h3>
      <p>Take a breath; the urgent part is over. Before you close this page:</p>
      <ul>
        {prevent.map((line) => (
          <li key={line}>
            <Text of={line} base={view.base} />
          </li>
        ))}
        <li>
          <a href={withBase(view.base, `/causes/${cause}/#verify`)}>How to keep this fault from coming back</a>
        </li>
        <li>
          For the record: <a href="#report">the report</a> below tells what was found and what ended it.
        </li>
      </ul>
      <p>
        <button type="button" onClick={onUndo}>
          It failed again
        </button>
      </p>
    </section>
  );
}
