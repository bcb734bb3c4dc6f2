import { excerpt } from './excerpt.ts';

/** Links to the lines that show something. */
export function LineLinks({ lines }: { lines: readonly number[] }) {
  const first = lines.slice(0, 5);
  const left = lines.length - first.length;
  return (
    <span class="at">
      {lines.length === 1 ? 'line ' : 'lines '}
      {first.map((line, index) => (
        <>
          {index > 0 && ', '}
          <a key={line} href={`#line-${String(line)}`} aria-label={`line ${String(line)}`}>
            {line}
          </a>
        </>
      ))}
      {left > 0 && ` and ${String(left)} more`}
    </span>
  );
}

/** The paste, as text and nothing else, with the lines marked that were read. */
export function Lines({ text, marked }: { text: string; marked: readonly number[] }) {
  const shown = excerpt(text, marked);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="lines-h">
      <h3 id="lines-h">Where it stands</h3>
      <ol class="lines" tabIndex={0} aria-label="The paste, with the lines that were read marked">
        {shown.map((line) =>
          'left' in line ? (
            <li class="gap">
              {line.left === 1 ? '1 line' : `${line.left.toLocaleString('en')} lines`} without a finding
            </li>
          ) : (
            <li key={line.number} id={`line-${String(line.number)}`} tabIndex={-1}>
              <span class="no">{line.number}</span>
              {line.marked ? <mark>{line.text}</mark> : <span>{line.text}</span>}
            </li>
          ),
        )}
      </ol>
    </section>
  );
}
