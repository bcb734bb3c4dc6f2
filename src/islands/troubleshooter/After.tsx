import { withBase } from '../../domain/text/link.ts';
import type { ViewProps } from './view.ts';

/** Without scripts: what can be seen after the repair, and where each leads. */
export function After({ view }: { view: ViewProps }) {
  return (
    <>
      <h2>After the repair</h2>
      <ul>
        <li>The page comes ten times in a row, from two networks: fixed.</li>
        <li>The same code again: go on with the next cause above.</li>
        <li>
          Another code: the request came to another station.{' '}
          <a href={withBase(view.base, '/troubleshoot/code/')}>Start again with the new code</a>.
        </li>
      </ul>
    </>
  );
}
