import { useState } from 'preact/hooks';
import type { Analysis } from '../../domain/analyzer/model.ts';
import { summary } from '../../domain/analyzer/summary.ts';
import type { Knowledge } from './load.ts';

/** The result as text for a ticket, with what is personal masked. */
export function CopyResult({ text, analysis, knowledge }: { text: string; analysis: Analysis; knowledge: Knowledge }) {
  const [open, setOpen] = useState(false);
  const [state, setState] = useState('Copy this result');
  const { book, graph } = knowledge;
  const words = !open
    ? ''
    : summary(text, analysis, {
        ranges: book.ranges,
        statement: (symptom) => graph.symptoms[symptom]?.statement ?? symptom,
        cause: (id) => graph.causes[id]?.title ?? id,
      });
  const copy = () => {
    navigator.clipboard.writeText(words).then(
      () => {
        setState('Copied');
      },
      () => {
        setState('Copying was refused; select the text below');
      },
    );
  };
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
        <button type="button" onClick={copy}>
          {state}
        </button>
      </p>
      <pre class="cap" tabIndex={0}>
        {words}
      </pre>
    </details>
  );
}
