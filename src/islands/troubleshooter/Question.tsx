import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { nodeUrl } from '../../domain/troubleshooter/address.ts';
import { offered } from '../../domain/troubleshooter/evidence.ts';
import { type Choice, questionsAhead, type Question as Node } from '../../domain/troubleshooter/graph.ts';
import { sortAnswers, type SortedAnswers } from '../../domain/troubleshooter/access.ts';
import { answer, follow, toggle } from '../../domain/troubleshooter/replay.ts';
import type { AnswerValue } from '../../domain/troubleshooter/walk.ts';
import { accessWords } from '../../domain/vocabulary.ts';
import { Checks, Reach } from './Checks.tsx';
import { Text } from '../shared/Text.tsx';
import { plainClick, type ViewProps } from './view.ts';

const NONE = { value: 'none', see: 'something else', label: 'None of these' } as const;
const UNSURE = { value: 'unsure', see: 'no way to look', label: 'I can’t check this' } as const;

/** What the reader answered here before, when they came back to change it. */
function before(view: ViewProps, id: string): AnswerValue | undefined {
  const was = view.live?.was;
  return was?.question === id ? was.value : undefined;
}

const WAS = <i class="was">your answer before</i>;

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
  const href = nodeUrl(view.base, follow(node, value), answer(view.walk, id, value), view.marks);
  const previous = before(view, id);
  const chosen = typeof value === 'string' ? value === previous : value.some((id) => previous?.includes(id));
  return (
    <li class={typeof value === 'string' ? 'alt' : undefined}>
      <a
        href={href}
        onClick={(event) => {
          if (view.live === undefined || !plainClick(event)) return;
          event.preventDefault();
          view.live.onAnswer(id, value);
        }}
      >
        <b>
          <Text of={label} base={view.base} /> {chosen && WAS}
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

function SeveralForm({ view, id, node, parted }: Omit<AnswersProps, 'of'> & { node: Node }) {
  const previous = before(view, id);
  const [chosen, setChosen] = useState(offered(node, typeof previous === 'string' ? [] : (previous ?? [])));
  const box = ({ symptom, see }: Choice) => (
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
          <Text of={view.graph.symptoms[symptom]?.label ?? symptom} base={view.base} />{' '}
          {previous?.includes(symptom) && WAS}
        </b>
        {see !== undefined && (
          <span class="see">
            <Text of={see} base={view.base} />
          </span>
        )}
      </label>
    </li>
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length > 0) view.live?.onAnswer(id, chosen);
      }}
    >
      <fieldset>
        <legend class="vh">
          <Text of={node.ask} base={view.base} />
        </legend>
        <Answers view={view} id={id} parted={parted} of={box} />
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

interface AnswersProps {
  readonly view: ViewProps;
  readonly id: string;
  readonly parted: SortedAnswers;
  readonly of: (choice: Choice) => ComponentChildren;
}

/** The answers that the reader can see, then, folded, those that take more than they can reach. */
function Answers({ view, id, parted: { near, far, needs }, of }: AnswersProps) {
  const previous = before(view, id);
  return (
    <>
      {near.length > 0 && <ul class="ans">{near.map(of)}</ul>}
      {far.length > 0 && (
        <details class="far" open={far.some(({ symptom }) => previous?.includes(symptom))}>
          <summary>
            {far.length === 1 ? 'One more answer takes' : `${String(far.length)} more answers take`} more access:{' '}
            {needs.map(accessWords).join(' or ')}
          </summary>
          <ul class="ans">{far.map(of)}</ul>
        </details>
      )}
    </>
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
  const asForm = node.several && view.live !== undefined;
  const parted = sortAnswers(view.graph, node, view.access);
  const link = ({ symptom, see }: Choice) => (
    <AnswerLink
      key={symptom}
      view={view}
      id={id}
      node={node}
      value={[symptom]}
      see={see}
      label={view.graph.symptoms[symptom]?.label ?? symptom}
    />
  );
  return (
    <>
      <p class="qn" id="qn">
        {counter(view, id)}
      </p>
      <h1 class="q1" tabIndex={-1} data-heading aria-describedby="qn">
        <Text of={node.ask} base={view.base} />
      </h1>
      <p>
        <Text of={node.why} base={view.base} />
        {node.several && ' Choose all that hold.'}
      </p>
      <Reach ids={node.checks} folded={parted.far.length} view={view} />
      {asForm && <SeveralForm key={id} view={view} id={id} node={node} parted={parted} />}
      {!asForm && <Answers view={view} id={id} parted={parted} of={link} />}
      <ul class="ans">
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
