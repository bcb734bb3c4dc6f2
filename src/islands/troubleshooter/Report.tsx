import { useEffect, useRef, useState } from 'preact/hooks';
import { report, type ReportFormat } from '../../domain/report/report.ts';
import type { RankedCause } from '../../domain/troubleshooter/rank.ts';
import { CopyButton } from '../shared/CopyButton.tsx';
import { footCopies } from './foot.ts';
import { reportInput } from './report-input.ts';
import type { ViewProps } from './view.ts';

const FORMATS: readonly { readonly format: ReportFormat; readonly name: string; readonly file: string }[] = [
  { format: 'text', name: 'Plain text', file: '52x-report.txt' },
  { format: 'markdown', name: 'Markdown', file: '52x-report.md' },
];

/** Hands a text to the reader as a file, without a request. */
function download(text: string, file: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  });
}

interface ReportProps {
  readonly view: ViewProps;
  readonly end: string;
  readonly ordered: readonly RankedCause[];
  /** The cause whose repair ended the error. */
  readonly fixed: string | undefined;
}

/** The report: made on the device, copied or saved by the reader, sent nowhere. */
export function ReportView({ view, end, ordered, fixed }: ReportProps) {
  const [format, setFormat] = useState<ReportFormat>('text');
  const shown = useRef<HTMLPreElement>(null);
  const input = reportInput(view, end, ordered, fixed);
  const text = report(input, format);
  const markdown = report(input, 'markdown');
  const file = FORMATS.find((entry) => entry.format === format)?.file ?? '';
  useEffect(() => {
    footCopies(markdown);
    return () => {
      footCopies(undefined);
    };
  }, [markdown]);
  return (
    <section id="report" aria-labelledby="report-h">
      <h2 id="report-h">Report, to copy</h2>
      <p>
        For your host, a ticket or your own records. It is written on this device, from your answers and{' '}
        <a href="#help-h">what you filled in above</a>, and sent nowhere.
      </p>
      <fieldset class="formats">
        <legend class="vh">Format</legend>
        {FORMATS.map((entry) => (
          <label key={entry.format}>
            <input
              type="radio"
              name="format"
              checked={entry.format === format}
              onChange={() => {
                setFormat(entry.format);
              }}
            />{' '}
            {entry.name}
          </label>
        ))}
      </fieldset>
      <p class="row">
        <CopyButton text={text} words="Copy the report" from={shown} />
        <button
          type="button"
          onClick={() => {
            download(text, file);
          }}
        >
          Save as {file}
        </button>
      </p>
      <pre class="cap" data-report tabIndex={0} ref={shown}>
        {text}
      </pre>
    </section>
  );
}
