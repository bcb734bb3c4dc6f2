import { withBase } from '../../domain/text/link.ts';
import { rank, supported } from '../../domain/troubleshooter/rank.ts';
import { CauseItem } from './CauseItem.tsx';
import { CheckView } from './Checks.tsx';
import { ReportView } from './Report.tsx';
import { Text } from '../shared/Text.tsx';
import type { ViewProps } from './view.ts';

/** An end: ordered causes, each with the reader's own answers as reasons. */
export function EndView({ view, id }: { view: ViewProps; id: string }) {
  const end = view.graph.ends[id];
  if (end === undefined) return null;
  const { ordered, out } = view.live
    ? rank(view.graph, end.causes, view.result.evidence)
    : rank(view.graph, end.causes, []);
  const shown = view.live ? ordered : end.causes.flatMap((cause) => ordered.find((entry) => entry.id === cause) ?? []);
  const pointed = shown[0] !== undefined && supported(shown[0]);
  const decides = end.decides.find(({ between }) => shown.slice(0, 2).every((cause) => between.includes(cause.id)));
  return (
    <>
      <p class="qn">
        {pointed || !end.vague
          ? 'The end of this walk. Likely causes, in our order.'
          : 'The end of this walk. Likeliest first; nothing points to one yet.'}
      </p>
      <h1 class="q1" tabIndex={-1} data-heading>
        <Text of={end.title} base={view.base} />
      </h1>
      <p>
        <Text of={end.text} base={view.base} />
      </p>
      <ol class="cz">
        {shown.map((cause, position) => (
          <CauseItem key={cause.id} cause={cause} position={position} view={view} />
        ))}
      </ol>
      {decides !== undefined && (
        <div class="decide">
          <CheckView id={decides.check} view={view} lead="What decides between the first two:" />
        </div>
      )}
      {out.length > 0 && (
        <>
          <h2>Out, because of your answers</h2>
          <ul>
            {out.map((cause) => (
              <li key={cause.id}>
                <Text of={view.graph.causes[cause.id]?.title ?? cause.id} base={view.base} />:{' '}
                <Text of={view.graph.symptoms[cause.excludes[0]?.symptom ?? '']?.statement ?? ''} base={view.base} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>After the repair</h2>
      <ul>
        <li>The page comes ten times in a row, from two networks: fixed.</li>
        <li>The same code again: go on with the next cause above.</li>
        <li>
          Another code: the request came to another station.{' '}
          <a href={withBase(view.base, '/troubleshoot/code/')}>Start again with the new code</a>.
        </li>
      </ul>
      <h2>Meanwhile</h2>
      <p>
        <strong>Visitors:</strong> <Text of={end.visitor} base={view.base} />
      </p>
      <p>
        <strong>API clients:</strong> <Text of={end.client} base={view.base} />
      </p>
      {view.live && <ReportView view={view} ordered={ordered} title={end.title} />}
    </>
  );
}
