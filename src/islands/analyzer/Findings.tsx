import type { Finding, RuledOut } from '../../domain/analyzer/model.ts';
import { withBase } from '../../domain/text/link.ts';
import { Text } from '../shared/Text.tsx';
import { LineLinks } from './Lines.tsx';
import type { Knowledge } from './load.ts';

/** What the lines show, as symptoms. */
export function Findings({
  findings,
  knowledge,
  base,
}: {
  findings: readonly Finding[];
  knowledge: Knowledge;
  base: string;
}) {
  const statements = knowledge.book.symptoms;

  if (findings.length === 0) return null;
  return (
    <section aria-labelledby="findings-h">
      <h3 id="findings-h">What it shows</h3>
      <ul class="found">
        {findings.map(({ symptom, says, lines, assumes }) => (
          <li key={symptom}>
            <b>
              <Text of={statements[symptom] ?? symptom} base={base} />
            </b>{' '}
            {says} {assumes === 'direct' && 'This holds if the request went straight to the server. '}
            <LineLinks lines={lines} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The causes that the findings exclude. */
export function RulesOut({
  causes,
  knowledge,
  base,
}: {
  causes: readonly RuledOut[];
  knowledge: Knowledge;
  base: string;
}) {
  const statements = knowledge.book.symptoms;

  if (causes.length === 0) return null;
  return (
    <details class="out">
      <summary>It rules out {causes.length === 1 ? 'one cause' : `${String(causes.length)} causes`}</summary>
      <ul>
        {causes.map(({ cause, symptoms }) => (
          <li key={cause}>
            <a href={withBase(base, `/causes/${cause}/`)}>{knowledge.graph.causes[cause]?.title ?? cause}</a>:{' '}
            <Text of={symptoms.map((id) => statements[id] ?? id).join(' ')} base={base} />
          </li>
        ))}
      </ul>
    </details>
  );
}
