import { drawProgress } from '../../domain/path/draw.ts';
import { progress } from '../../domain/troubleshooter/progress.ts';
import { Path } from '../path/Path.tsx';
import { EndView } from './End.tsx';
import { QuestionView } from './Question.tsx';
import { Trail } from './Trail.tsx';
import type { ViewProps } from './view.ts';

/** The whole troubleshooter for one state. The static pages and the island draw the same thing. */
export function Troubleshooter({ view, notices }: { view: ViewProps; notices: readonly string[] }) {
  const { graph, result } = view;
  const end = graph.ends[result.current];
  const stations = drawProgress(progress(graph, result.evidence, end?.fails));
  const [focus] = stations.filter((station) => station.disc === 'suspect');
  return (
    <>
      <Path stations={stations} label="Progress on the request path" kind="strip" />
      <p class="strip-note" aria-hidden="true">
        {focus === undefined ? (
          'No station is suspect yet'
        ) : (
          <>
            <b>{focus.name}</b> <span class="own">{focus.status}</span>
          </>
        )}
      </p>
      <div role="status" class="notices">
        {notices.map((notice) => (
          <p key={notice}>{notice}</p>
        ))}
      </div>
      <div class="cols">
        <Trail view={view} />
        <div class="ask-col">
          {end === undefined ? (
            <QuestionView view={view} id={result.current} />
          ) : (
            <EndView key={result.current} view={view} id={result.current} />
          )}
        </div>
      </div>
    </>
  );
}
