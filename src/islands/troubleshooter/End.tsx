import { useState } from 'preact/hooks';
import { withBase } from '../../domain/text/link.ts';
import { statementOf } from '../../domain/troubleshooter/graph.ts';
import { supported } from '../../domain/troubleshooter/rank.ts';
import { roleOf } from '../../domain/troubleshooter/role.ts';
import { standing } from '../../domain/troubleshooter/standing.ts';
import { After } from './After.tsx';
import { CauseItem } from './CauseItem.tsx';
import { CheckView } from './Checks.tsx';
import { Closing } from './Closing.tsx';
import { Meanwhile, RoleAnswer } from './Meanwhile.tsx';
import { Outcomes } from './Outcomes.tsx';
import { Text } from '../shared/Text.tsx';
import type { ViewProps } from './view.ts';

/** Where a fault lies with the visitor or at the edge, most readers are not the owner. */
const FOR_ALL: readonly (string | undefined)[] = ['client', 'edge'];

/** An end: what to do now, then the other causes, who can help, and the report. */
export function EndView({ view, id }: { view: ViewProps; id: string }) {
  const [fixed, setFixed] = useState<string>();
  const { graph, live, marks, base, help } = view;
  const end = graph.ends[id];
  if (end === undefined) return null;
  const { ordered, out, now } = standing(graph, id, live ? view.result.evidence : [], marks.tried);
  const shown = live ? ordered : end.causes.flatMap((cause) => ordered.find((entry) => entry.id === cause) ?? []);
  const current = live ? now : shown[0];
  const pointed = shown[0] !== undefined && supported(shown[0]);
  const decides = end.decides.find(({ between }) => shown.slice(0, 2).every((cause) => between.includes(cause.id)));
  const role = roleOf(view.result.evidence);
  const visitor = role === 'visitor';
  const early = role === undefined && FOR_ALL.includes(end.fails);
  // What stands below waits for the repair of the first cause and for the words, or it would be pushed down.
  const waiting =
    live !== undefined &&
    (!help || (current !== undefined && (!view.details || live.repairs[current.id] === undefined)));
  const next = ordered.find((cause) => cause.id !== current?.id && !marks.tried.includes(cause.id));
  const items = shown.map((cause, position) => (
    <CauseItem key={cause.id} cause={cause} position={position} now={cause.id === current?.id} view={view}>
      {live &&
        !waiting &&
        (fixed === cause.id ? (
          <Closing
            cause={cause.id}
            view={view}
            onUndo={() => {
              setFixed(undefined);
            }}
          />
        ) : (
          <Outcomes
            view={view}
            live={live}
            now={cause}
            next={next}
            onFixed={() => {
              setFixed(cause.id);
            }}
          />
        ))}
    </CauseItem>
  ));
  const causes = (
    <>
      {current === undefined && (
        <p class="do now" tabIndex={-1} data-now>
          All causes of this list were tried. Now it is time to ask: <a href="#help-h">whom, and with which words</a>.
          Or <a href="#answers">look at your answers</a> once more; one wrong turn leads to another list.
        </p>
      )}
      <ol class="cz">{waiting && current !== undefined ? items.slice(0, shown.indexOf(current) + 1) : items}</ol>
      {!waiting && (
        <>
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
                    <Text of={graph.causes[cause.id]?.title ?? cause.id} base={base} />:{' '}
                    <Text of={statementOf(graph, view.details, cause.excludes[0]?.symptom ?? '')} base={base} />
                  </li>
                ))}
              </ul>
            </>
          )}
          {!live && <After view={view} />}
          {help === 'failed' && (
            <p class="note" id="help-h">
              Words to ask with and the report could not be loaded.{' '}
              <a href={withBase(base, '/guides/ask-your-host/')}>Ask your host so that the answer helps</a>
            </p>
          )}
          {typeof help === 'object' && <help.Escalate view={view} end={id} causes={shown} fields={!visitor} />}
          {!early && <Meanwhile end={end} view={view} />}
          {live && typeof help === 'object' && <help.ReportView view={view} ordered={ordered} end={id} fixed={fixed} />}
        </>
      )}
    </>
  );
  return (
    <>
      <p class="qn">
        {visitor
          ? 'The end of this walk.'
          : pointed || !end.vague
            ? 'The end of this walk. Likely causes, in our order.'
            : 'The end of this walk. Likeliest first; nothing points to one yet.'}
      </p>
      <h1 class="q1" tabIndex={-1} data-heading>
        <Text of={end.title} base={base} />
      </h1>
      <p>
        <Text of={end.text} base={base} />
      </p>
      {role !== undefined && <RoleAnswer role={role} end={end} view={view} />}
      {early && <Meanwhile end={end} view={view} />}
      {role === undefined && !early && (
        <p class="note">
          No way into the server, or into the Cloudflare account? <a href="#help-h">Words for those who have one</a>.
          Not your site? <a href="#meanwhile">What visitors and API clients can do</a>.
        </p>
      )}
      {visitor
        ? help && (
            <details class="then" key={id}>
              <summary>For the owner of the site</summary>
              {causes}
            </details>
          )
        : causes}
    </>
  );
}
