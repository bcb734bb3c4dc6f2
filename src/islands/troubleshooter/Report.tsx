import { useRef, useState } from 'preact/hooks';
import { report, type ReportFormat } from '../../domain/report/report.ts';
import { withBase } from '../../domain/text/link.ts';
import type { RankedCause } from '../../domain/troubleshooter/rank.ts';
import { CopyButton } from '../shared/CopyButton.tsx';
import { reportInput } from './report-input.ts';
import type { Live, Typed, ViewProps } from './view.ts';

const FIELDS: readonly {
  readonly key: keyof Typed;
  readonly name: string;
  readonly type: 'text' | 'datetime-local';
}[] = [
  { key: 'hostname', name: 'Hostname', type: 'text' },
  { key: 'rayId', name: 'Ray ID', type: 'text' },
  { key: 'first', name: 'First seen, by your clock', type: 'datetime-local' },
  { key: 'last', name: 'Last seen, by your clock', type: 'datetime-local' },
];

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
  readonly live: Live;
  readonly end: string;
  readonly ordered: readonly RankedCause[];
  /** The cause whose repair ended the error. */
  readonly fixed: string | undefined;
}

/** The report: made on the device, copied or saved by the reader, sent nowhere. */
export function ReportView({ view, live, end, ordered, fixed }: ReportProps) {
  const [format, setFormat] = useState<ReportFormat>('text');
  const shown = useRef<HTMLPreElement>(null);
  const text = report(reportInput(view, end, ordered, live.typed, fixed), format);
  const file = FORMATS.find((entry) => entry.format === format)?.file ?? '';
  return (
    <section id="report" aria-labelledby="report-h">
      <h2 id="report-h">Report, to copy</h2>
      <p>
        For your host, a ticket or your own records. It is written on this device from your answers and sent nowhere.
        Times are turned into UTC. What you type here stays out of the page’s address and is gone when you leave.{' '}
        <a href={withBase(view.base, '/guides/read-an-error-page/')}>Where the Ray ID stands</a>
      </p>
      <div class="fields">
        {FIELDS.map(({ key, name, type }) => (
          <label key={key}>
            <span>
              {name} <span class="needs">optional</span>
            </span>
            <input
              type={type}
              autocomplete="off"
              spellcheck={false}
              maxLength={100}
              value={live.typed[key]}
              onInput={(event) => {
                live.onTyped({ ...live.typed, [key]: event.currentTarget.value });
              }}
            />
          </label>
        ))}
      </div>
      {live.typed.rayId !== '' && !/^[0-9a-f]{16}(-[a-z]{3})?$/i.test(live.typed.rayId.trim()) && (
        <p class="note" role="status">
          A Ray ID has 16 characters, 0 to 9 and a to f. What you typed goes into the report as it is.
        </p>
      )}
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
