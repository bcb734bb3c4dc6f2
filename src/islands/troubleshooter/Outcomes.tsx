import { Fragment } from 'preact';
import { nodeUrl } from '../../domain/troubleshooter/address.ts';
import { carry } from '../../domain/troubleshooter/carry.ts';
import { codesSeen } from '../../domain/troubleshooter/codes.ts';
import { follow } from '../../domain/troubleshooter/replay.ts';
import type { RankedCause } from '../../domain/troubleshooter/rank.ts';
import type { Walk } from '../../domain/troubleshooter/walk.ts';
import { Text } from '../shared/Text.tsx';
import { type Live, plainClick, type ViewProps } from './view.ts';

interface OutcomesProps {
  readonly view: ViewProps;
  readonly live: Live;
  readonly now: RankedCause;
  readonly next: RankedCause | undefined;
  readonly onFixed: () => void;
}

/** What to tell a reader who goes on with another code: which answers the new code replaces. */
function noteFor(view: ViewProps, kept: readonly string[], dropped: readonly string[]): string {
  const names = (ids: readonly string[]): string =>
    ids.map((id) => `“${view.graph.symptoms[id]?.label ?? id}”`).join(', ');
  const left =
    dropped.length === 0 ? '' : ` To be answered anew, because the code or the repair changed it: ${names(dropped)}.`;
  return kept.length === 0 ? `Another code: a new walk.${left}` : `Another code. Kept: ${names(kept)}.${left}`;
}

function OtherCodes({ view, live, now }: Pick<OutcomesProps, 'view' | 'live' | 'now'>) {
  const { graph, base, marks, result } = view;
  const question = graph.questions[graph.start];
  if (question === undefined) return null;
  const { kept, dropped } = carry(graph, result.evidence, [...marks.tried, now.id]);
  const codes = question.answers.filter(
    ({ symptom }) => graph.symptoms[symptom]?.kind === 'fault' && !result.evidence.includes(symptom),
  );
  return (
    <>
      {codes.map(({ symptom }, index) => {
        const walk: Walk = { answers: [{ question: graph.start, value: [symptom] }], seen: kept };
        return (
          <Fragment key={symptom}>
            {index > 0 && ' '}
            <a
              href={nodeUrl(base, follow(question, [symptom]), walk, { ...marks, tried: [] })}
              onClick={(event) => {
                if (!plainClick(event)) return;
                event.preventDefault();
                live.onCarry(walk, noteFor(view, kept, dropped));
              }}
            >
              {graph.symptoms[symptom]?.label}
            </a>
          </Fragment>
        );
      })}
    </>
  );
}

/** After the repair: the three things that can be seen then, each with the way on. */
export function Outcomes({ view, live, now, next, onFixed }: OutcomesProps) {
  const code = codesSeen(view.graph, view.result.evidence).at(-1);
  return (
    <section class="outcomes" aria-labelledby="outcomes-h">
      <h3 id="outcomes-h">Repaired? Look again. What do you see?</h3>
      <ul class="ans">
        <li>
          <button type="button" onClick={onFixed}>
            <b>The page</b>
            <span class="see">ten times in a row, from two networks: it is fixed</span>
          </button>
        </li>
        <li>
          <button
            type="button"
            onClick={() => {
              live.onTried(now.id);
            }}
          >
            <b>{code === undefined ? 'The same failure' : `${code} again`}</b>
            <span class="see">
              {next === undefined ? (
                'who can help when this list is at its end'
              ) : (
                <>
                  go on with the next cause: <Text of={view.graph.causes[next.id]?.title ?? next.id} base={view.base} />
                </>
              )}
            </span>
          </button>
        </li>
        <li class="codes">
          <b id="other-code">Another code</b>
          <span class="see">the request came to another station; what you found is kept</span>
          <p role="group" aria-labelledby="other-code">
            <OtherCodes view={view} live={live} now={now} />
          </p>
        </li>
      </ul>
    </section>
  );
}
