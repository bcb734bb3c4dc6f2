import { Text } from '../shared/Text.tsx';
import { nodeUrl } from '../../domain/troubleshooter/address.ts';
import { NO_MARKS } from '../../domain/troubleshooter/marks.ts';
import { EMPTY_WALK } from '../../domain/troubleshooter/walk.ts';
import { takeBack } from '../../domain/troubleshooter/replay.ts';
import { plainClick, valueWords, type ViewProps } from './view.ts';

/** The answers so far, each with a way to change it. */
export function Trail({ view }: { view: ViewProps }) {
  const { graph, result, base } = view;
  const now = graph.questions[result.current];
  if (result.steps.length === 0) return <div class="trail" />;
  return (
    <aside class="trail" id="answers" aria-label="Your answers">
      <h2>{result.atEnd ? 'Your answers' : 'Your answers so far'}</h2>
      <ol>
        {result.steps.map((step) => (
          <li key={step.question}>
            <span>
              <Text of={graph.questions[step.question]?.trail ?? step.question} base={base} />
            </span>
            <b>
              <Text of={valueWords(graph, step.value)} base={base} />
            </b>
            <a
              href={nodeUrl(base, step.question, takeBack(view.walk, step.question), view.marks)}
              onClick={(event) => {
                if (view.live === undefined || !plainClick(event)) return;
                event.preventDefault();
                view.live.onChange(step.question);
              }}
            >
              Change<span class="vh"> this answer: {graph.questions[step.question]?.trail}</span>
            </a>
            {step.implied && <span class="note"> found before</span>}
          </li>
        ))}
        {now !== undefined && (
          <li class="now tab" aria-current="step">
            <span>Now</span>
            <b>
              <Text of={now.trail} base={base} />
            </b>
          </li>
        )}
      </ol>
      <p class="note">
        This page’s address holds your answers. Bookmark it, or send it to your host. It holds no names and no
        addresses.
      </p>
      <p>
        <a
          href={nodeUrl(base, graph.start, EMPTY_WALK, NO_MARKS)}
          onClick={(event) => {
            if (view.live === undefined || !plainClick(event)) return;
            event.preventDefault();
            view.live.onRestart();
          }}
        >
          Start again
        </a>
      </p>
    </aside>
  );
}
