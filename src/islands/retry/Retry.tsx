import { advise, CASES, METHODS, type RetryCase, sayAdvice } from '../../domain/retry/advise.ts';
import { LONGEST_WAIT, MOST_JITTER } from '../../domain/retry/policy.ts';
import { type Choice, codeDiffers, type ToolData } from './choice.ts';

const REACHED = { no: 'No', maybe: 'Perhaps', yes: 'Yes' } as const;

interface Option {
  readonly id: string;
  readonly name: string;
}

interface SelectProps {
  /** As in the address. */
  readonly name: 'code' | 'method' | 'client';
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
}

function Select({ name, label, value, options }: SelectProps) {
  return (
    <p>
      <label for={`retry-${name}`}>{label}</label>
      <select id={`retry-${name}`} name={name}>
        {options.map((option) => (
          <option key={option.id} value={option.id} selected={option.id === value}>
            {option.name}
          </option>
        ))}
      </select>
    </p>
  );
}

function caseName({ code, reach }: RetryCase, ack: number): string {
  if (reach.when === undefined) return code;
  return `${code} ${reach.when === 'before-ack' ? `within ${String(ack)} s` : `after ${String(ack)} s or more`}`;
}

interface Props {
  readonly data: ToolData;
  readonly choice: Choice;
  /** False until scripts run: the fields then say that they need them. */
  readonly live: boolean;
}

/** The form, and what follows from what is chosen. Drawn at build time with the first choice. */
export function Retry({ data: { figures, clients }, choice, live }: Props) {
  const { entry, kind, client } = choice;
  const advice = advise(entry, kind, figures);
  const differs = advice.action === 'wait' ? codeDiffers(choice) : undefined;
  return (
    <>
      <fieldset disabled={!live}>
        <legend class="vh">What failed</legend>
        <Select
          name="code"
          label="Code"
          value={entry.id}
          options={CASES.map((each) => ({ id: each.id, name: caseName(each, figures.ack) }))}
        />
        <Select name="method" label="Request" value={kind.id} options={METHODS} />
        <Select
          name="client"
          label="Library"
          value={client?.id ?? ''}
          options={[{ id: '', name: 'all of them' }, ...clients]}
        />
      </fieldset>
      <p class="vh" role="status">
        Below is the code for {client?.name ?? 'all libraries'}.
      </p>
      <dl class="pairs short" aria-live="polite">
        <div>
          <dt>Carried out?</dt>
          <dd>
            <b>{REACHED[entry.reach.answer]}</b>: {entry.reach.because}. <span class="mk">(our inference)</span>
          </dd>
        </div>
        <div>
          <dt>Send it again?</dt>
          <dd>
            <b>{sayAdvice(advice, entry)}</b> {advice.reason}
          </dd>
        </div>
        {advice.action === 'wait' && (
          <div>
            <dt>The wait</dt>
            <dd>
              As long as <code>Retry-After</code> asks, where it is given; else as above. Add up to{' '}
              {String(MOST_JITTER * 100)} % by chance, and give up when asked for more than {String(LONGEST_WAIT / 60)}{' '}
              min.
            </dd>
          </div>
        )}
        {differs !== undefined && (
          <div>
            <dt>The code</dt>
            <dd>{differs}</dd>
          </div>
        )}
      </dl>
    </>
  );
}
