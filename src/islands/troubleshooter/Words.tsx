import { useRef } from 'preact/hooks';
import { CopyButton } from '../shared/CopyButton.tsx';
import type { ViewProps } from './view.ts';

/** A message to someone who can help, to copy. */
export function Words({ whom, text, view }: { whom: string; text: string; view: ViewProps }) {
  const shown = useRef<HTMLPreElement>(null);
  return (
    <figure class="cmd">
      <figcaption>
        <span>Words for {whom}.</span>
        {view.live && <CopyButton text={text} words="Copy the words" from={shown} />}
      </figcaption>
      <pre class="say" tabIndex={0} ref={shown}>
        {text}
      </pre>
    </figure>
  );
}
