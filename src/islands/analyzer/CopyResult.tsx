import { useRef, useState } from 'preact/hooks';
import type { Analysis } from '../../domain/analyzer/model.ts';
import { summary } from '../../domain/analyzer/summary.ts';
import { CopyButton } from '../shared/CopyButton.tsx';
import type { Knowledge } from './load.ts';

/** The result as text for a ticket, with what is personal masked. */
export function CopyResult({ text, analysis, knowledge }: { text: string; analysis: Analysis; knowledge: Knowledge }) {
  const [open, setOpen] = useState(false);
  const shown = useRef<HTMLPreElement>(null);
  const { book, graph } = knowledge;
  // A large paste is not gone through before the result is wanted.
  const words = !open
    ? ''
    : summary(text, analysis, {
        ranges: book.ranges,
        statement: (symptom) => book.symptoms[symptom] ?? symptom,
        cause: (id) => graph.causes[id]?.title ?? id,
      });
  return (
    <details
      class="take"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>Result to copy, for a ticket or your host</summary>
      <p class="note">
        Addresses other than Cloudflare’s, cookies, tokens and passwords that were recognised are masked. Look it over
        before you send it.
      </p>
      <p>
        <CopyButton text={words} words="Copy this result" from={shown} />
      </p>
      <pre class="cap" tabIndex={0} ref={shown}>
        {words}
      </pre>
    </details>
  );
}
