import { useState } from 'preact/hooks';
import { nodeUrl } from '../../domain/troubleshooter/address.ts';
import { questionsAhead, type Question as Node } from '../../domain/troubleshooter/graph.ts';
import { answer, follow, toggle } from '../../domain/troubleshooter/replay.ts';
import type { AnswerValue } from '../../domain/troubleshooter/walk.ts';
import { Checks } from './Checks.tsx';
import { Text } from '../shared/Text.tsx';
import type { ViewProps } from './view.ts';

const NONE = { value: 'none', see: 'something else', label: 'None of these' } as const;
const UNSURE = { value: 'unsure', see: 'no way to look', label: 'I can’t check this' } as const;

function plainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

function AnswerLink({
  view,
  id,
  node,
  value,
  see,
  label,
}: {
  view: ViewProps;
  id: string;
  node: Node;
  value: AnswerValue;
  see: string | undefined;
  label: string;
}) {
  const href = nodeUrl(view.base, follow(node, value), answer(view.walk, id, value));
  return (
    <li class={typeof value === 'string' ? 'alt' : undefined}>
      <a
        href={href}
        data-astro-prefetch="false"
        onClick={(event) => {
          if (!view.live || !plainClick(event)) return;
          event.preventDefault();
          view.onAnswer(id, value);
        }}
      >
        <b>
          <Text of={label} base={view.base} />
        </b>
        {see !== undefined && see !== label && (
          <span class="see">
            <Text of={see} base={view.base} />
          </span>
        )}
      </a>
    </li>
  );
}

function SeveralForm({ view, id, node }: { view: ViewProps; id: string; node: Node }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length > 0) view.onAnswer(id, chosen);
      }}
    >
      <fieldset>
        <legend class="vh">
          <Text of={node.ask} base={view.base} />
        </legend>
        <ul class="ans">
          {node.answers.map(({ symptom, see }) => (
            <li key={symptom}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(symptom)}
                  onChange={() => {
                    setChosen(toggle(node, chosen, symptom));
                  }}
                />
                <b>
                  <Text of={view.graph.symptoms[symptom]?.label ?? symptom} base={view.base} />
                </b>
                {see !== undefined && (
                  <span class="see">
                    <Text of={see} base={view.base} />
                  </span>
                )}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <p>
        <button type="submit" disabled={chosen.length === 0}>
          Continue with{' '}
          {chosen.length === 0
            ? 'the chosen ones'
            : chosen.length === 1
              ? 'this one'
              : `these ${String(chosen.length)}`}
        </button>
      </p>
    </form>
  );
}

function counter(view: ViewProps, id: string): string {
  const number = view.result.steps.length + 1;
  const ahead = questionsAhead(view.graph, id) - 1;
  const more = ahead === 0 ? 'The last one.' : ahead === 1 ? 'One more at most.' : `${String(ahead)} more at most.`;
  return view.result.steps.length > 0 || id === view.graph.start ? `Question ${String(number)}. ${more}` : more;
}

/** A question: what is asked, why, the answers, and how to find out. */
export function QuestionView({ view, id }: { view: ViewProps; id: string }) {
  const node = view.graph.questions[id];
  if (node === undefined) return null;
  const asForm = node.several && view.live;
  const links = asForm ? [] : node.answers;
  return (
    <>
      <p class="qn">{counter(view, id)}</p>
      <h1 class="q1" tabIndex={-1} data-heading>
        <Text of={node.ask} base={view.base} />
      </h1>
      <p>
        <Text of={node.why} base={view.base} />
        {node.several && ' Choose all that hold.'}
      </p>
      {asForm && <SeveralForm key={id} view={view} id={id} node={node} />}
      <ul class="ans">
        {links.map(({ symptom, see }) => (
          <AnswerLink
            key={symptom}
            view={view}
            id={id}
            node={node}
            value={[symptom]}
            see={see}
            label={view.graph.symptoms[symptom]?.label ?? symptom}
          />
        ))}
        {[NONE, UNSURE].map((way) => (
          <AnswerLink
            key={way.value}
            view={view}
            id={id}
            node={node}
            value={way.value}
            see={way.see}
            label={way.label}
          />
        ))}
      </ul>
      <Checks ids={node.checks} view={view} />
    </>
  );
}
