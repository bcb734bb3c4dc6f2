import { useState } from 'preact/hooks';
import type { Analysis } from '../../domain/analyzer/model.ts';
import { ruledOut } from '../../domain/analyzer/start.ts';
import { withBase } from '../../domain/text/link.ts';
import { CopyResult } from './CopyResult.tsx';
import { ErrorBody, ErrorName } from './ErrorView.tsx';
import { Findings, RulesOut } from './Findings.tsx';
import { LineLinks, Lines } from './Lines.tsx';
import type { Knowledge } from './load.ts';
import { onward } from './onward.ts';
import { markedLines } from './words.ts';

interface Props {
  readonly text: string;
  readonly analysis: Analysis;
  readonly knowledge: Knowledge;
  readonly base: string;
}

function WaysOn({ base }: { base: string }) {
  return (
    <p>
      <a href={withBase(base, '/troubleshoot/')}>Start from what you see</a>, or paste the whole error page, the output
      of <code>curl -v</code>, or the server’s error log.
    </p>
  );
}

function Unread({ analysis }: { analysis: Analysis }) {
  if (analysis.unread.length === 0) return null;
  return (
    <section aria-labelledby="unread-h">
      <h3 id="unread-h">What could not be read</h3>
      <ul>
        {analysis.unread.map(({ why, lines }) => (
          <li key={why}>
            {why} {lines.length > 0 && <LineLinks lines={lines} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Others({ errors, knowledge, base }: Omit<Props, 'text' | 'analysis'> & { errors: Analysis['errors'] }) {
  if (errors.length === 0) return null;
  return (
    <section aria-labelledby="others-h">
      <h3 id="others-h">Also in this paste</h3>
      <p class="note">They need not have the same cause.</p>
      <ol class="others">
        {errors.map((error) => (
          <li key={`${error.code ?? ''} ${String(error.lines[0])}`}>
            <h4>
              <ErrorName error={error} knowledge={knowledge} base={base} />
            </h4>
            <ErrorBody error={error} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What was read, the most telling error on top. */
export function Result({ text, analysis, knowledge, base }: Props) {
  const [direct, setDirect] = useState(false);
  const { graph } = knowledge;
  const { findings, errors } = analysis;
  const [first] = errors.filter(({ code, edge }) => code === analysis.code && edge === analysis.edge);
  const side = knowledge.book.errors[first?.code ?? '']?.side;
  const bare = first === undefined && findings.length === 0;
  // Without an error there may still be a Ray ID, and who had a part in it.
  const told =
    bare && analysis.recognised
      ? { ...analysis, status: null, lines: [...new Set(analysis.artefacts.flatMap(({ lines }) => lines))], count: 1 }
      : first;
  const next = onward(analysis, graph, direct, base);
  return (
    <section
      class="result"
      aria-labelledby="result-h"
      data-analysis={analysis.recognised ? 'recognised' : 'nothing'}
      data-code={analysis.code ?? ''}
      data-edge={analysis.edge}
      data-ray-id={analysis.rayId ?? ''}
    >
      <h2 id="result-h" tabIndex={-1}>
        {first !== undefined && <ErrorName error={first} knowledge={knowledge} base={base} />}
        {first === undefined &&
          (bare ? `${analysis.recognised ? 'No error code' : 'Nothing'} recognised` : 'No error code, but this shows')}
      </h2>
      {told !== undefined && <ErrorBody error={told} lead />}
      {bare && <WaysOn base={base} />}
      {side !== undefined && (
        <p>
          Whose side? {side} <a href={withBase(base, `/${first?.code ?? ''}/#now`)}>What to do now</a>
        </p>
      )}
      {next !== undefined && (
        <p class="onward">
          <a class="go" href={next.address}>
            Continue in the troubleshooter
          </a>
          <span class="note">{next.words}</span>
        </p>
      )}
      <Findings findings={findings} knowledge={knowledge} base={base} />
      {findings.some(({ assumes }) => assumes === 'direct') && (
        <p>
          <label>
            <input
              type="checkbox"
              checked={direct}
              onChange={() => {
                setDirect(!direct);
              }}
            />{' '}
            The request went straight to the server’s own address, not through Cloudflare
          </label>
        </p>
      )}
      <RulesOut causes={ruledOut(analysis, graph, direct)} knowledge={knowledge} base={base} />
      <Others errors={errors.filter((error) => error !== first)} knowledge={knowledge} base={base} />
      <Unread analysis={analysis} />
      {analysis.recognised && <CopyResult text={text} analysis={analysis} knowledge={knowledge} />}
      <Lines text={text} marked={markedLines(analysis)} />
    </section>
  );
}
