import type { Analysis, ReadError } from '../../domain/analyzer/model.ts';
import { withBase } from '../../domain/text/link.ts';
import { Text } from '../shared/Text.tsx';
import { CopyResult } from './CopyResult.tsx';
import type { Knowledge } from './load.ts';
import { LineLinks, Lines } from './Lines.tsx';
import { onward } from './onward.ts';
import { EDGE_WORDS, factRows, markedLines } from './words.ts';

interface Props {
  readonly text: string;
  readonly analysis: Analysis;
  readonly knowledge: Knowledge;
  readonly base: string;
}

function ErrorName({ error, knowledge, base }: { error: ReadError; knowledge: Knowledge; base: string }) {
  const { code, vendor } = error;
  if (code === null) return <>An error page of {vendor ?? 'another product'}</>;
  const title = knowledge.book.errors[code];
  if (title === undefined) return <>Error {code}</>;
  return (
    <>
      <a href={withBase(base, `/${code}/`)}>Error {code}</a>: {title}
    </>
  );
}

function FactList({ error }: { error: ReadError }) {
  const rows = factRows(error);
  if (rows.length === 0) return null;
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function ErrorView({ error, knowledge, base }: { error: ReadError; knowledge: Knowledge; base: string }) {
  return (
    <li>
      <h3>
        <ErrorName error={error} knowledge={knowledge} base={base} />
      </h3>
      <p>
        <b>{EDGE_WORDS[error.edge]}.</b> {error.because}{' '}
        {error.count > 1 && `It stands ${String(error.count)} times in the paste: `}
        <LineLinks lines={error.lines} />
      </p>
      <FactList error={error} />
    </li>
  );
}

function Findings({ analysis, knowledge, base }: Omit<Props, 'text'>) {
  const { symptoms, causes } = knowledge.graph;
  return (
    <>
      {analysis.findings.length > 0 && (
        <section aria-labelledby="findings-h">
          <h3 id="findings-h">What it shows</h3>
          <ul class="found">
            {analysis.findings.map((finding) => (
              <li key={finding.symptom}>
                <b>
                  <Text of={symptoms[finding.symptom]?.statement ?? finding.symptom} base={base} />
                </b>{' '}
                {finding.says}{' '}
                {finding.assumes === 'direct' && 'This holds if the request went straight to the server. '}
                <LineLinks lines={finding.lines} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {analysis.rulesOut.length > 0 && (
        <details class="out">
          <summary>It rules out {analysis.rulesOut.length === 1 ? 'one cause' : `${String(analysis.rulesOut.length)} causes`}</summary>
          <ul>
            {analysis.rulesOut.map(({ cause, symptoms: by }) => (
              <li key={cause}>
                <a href={withBase(base, `/causes/${cause}/`)}>{causes[cause]?.title ?? cause}</a>:{' '}
                <Text of={by.map((id) => symptoms[id]?.statement ?? id).join(' ')} base={base} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
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

function Nothing({ base }: { base: string }) {
  return (
    <p>
      The text holds no error, header or log line that this page knows, so it says nothing about the fault.{' '}
      <a href={withBase(base, '/troubleshoot/')}>Start from what you see</a>, or paste the whole error page, the output of{' '}
      <code>curl -v</code>, or the lines of the server’s error log from that minute.
    </p>
  );
}

/** What was read, the first and most telling error on top. */
export function Result({ text, analysis, knowledge, base }: Props) {
  const [first, ...others] = analysis.errors;
  const next = onward(analysis, knowledge, base);
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
        {first !== undefined ? (
          <ErrorName error={first} knowledge={knowledge} base={base} />
        ) : analysis.recognised ? (
          'No error code, but this shows'
        ) : (
          'Nothing recognised'
        )}
      </h2>
      {!analysis.recognised && <Nothing base={base} />}
      {first !== undefined && (
        <>
          <p class="edge">
            <b>{EDGE_WORDS[first.edge]}.</b> {first.because} <LineLinks lines={first.lines} />
          </p>
          <FactList error={first} />
        </>
      )}
      {next !== undefined && (
        <p class="onward">
          <a class="go" href={next.address}>
            Continue in the troubleshooter
          </a>{' '}
          <span class="note">{next.words}</span>
        </p>
      )}
      <Findings analysis={analysis} knowledge={knowledge} base={base} />
      {others.length > 0 && (
        <section aria-labelledby="others-h">
          <h3 id="others-h">Also in this paste</h3>
          <p class="note">Each stands for itself; they need not have the same cause.</p>
          <ol class="others">
            {others.map((error) => (
              <ErrorView
                key={`${error.code ?? ''}${String(error.lines[0])}`}
                error={error}
                knowledge={knowledge}
                base={base}
              />
            ))}
          </ol>
        </section>
      )}
      <Unread analysis={analysis} />
      {analysis.recognised && <CopyResult text={text} analysis={analysis} knowledge={knowledge} />}
      <Lines text={text} marked={markedLines(analysis)} />
    </section>
  );
}
