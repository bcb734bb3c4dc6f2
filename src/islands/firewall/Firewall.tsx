import type { InputProblem } from '../../domain/firewall/input.ts';
import { type Choice, make, type ToolData } from './choice.ts';
import { Form } from './Form.tsx';
import { problemId } from './problem.ts';
import { Rules } from './Rules.tsx';

/** Names of the fields that a reader can fill in wrongly. */
const FIELDS: Readonly<Partial<Record<InputProblem['field'], string>>> = {
  ports: 'Ports',
  ssh: 'Your SSH port',
  own: 'Your own address',
};

/** The choice in one sentence, or two where the reader gave something of their own. */
function summary({ platform, family, ports, ssh, own }: Choice, { checked }: ToolData): string {
  const to = platform.ports
    ? `, ${ports.length === 1 ? 'port' : 'ports'} ${ports.join(', ')}`
    : ', every port it serves';
  const kept = [...(own === '' ? [] : [`your address ${own}`]), ...(ssh === '' ? [] : [`SSH on port ${ssh}`])];
  const also = kept.length === 0 ? '' : ` Taken into account: ${kept.join(' and ')}.`;
  return `${platform.title}: ${family.name}${to}, from the list of ${checked}.${also}`;
}

interface Props {
  readonly data: ToolData;
  readonly choice: Choice;
  readonly leftOut: readonly string[];
  /** False until scripts run: the fields then say that they need them. */
  readonly live: boolean;
}

/** The form, and the configuration for what is chosen. Drawn at build time with the first choice. */
export function Firewall({ data, choice, leftOut, live }: Props) {
  const result = make(choice, data);
  const problems = 'problems' in result ? result.problems : [];
  return (
    <>
      <section class="sec" id="choose">
        <h2>Your server</h2>
        <div class="tool">
          <Form data={data} choice={choice} problems={problems} live={live} />
          <div role="status" class="said">
            {leftOut.length > 0 && (
              <p>The address of this page named {leftOut.join(', and ')}: left out, the usual stands there instead.</p>
            )}
            {problems.length === 0 ? (
              <p>{summary(choice, data)}</p>
            ) : (
              <>
                <p>
                  <b>No rules yet.</b> To be mended:
                </p>
                <ul>
                  {problems.map(({ field, message }) => (
                    <li key={message} id={problemId(field)}>
                      {FIELDS[field] ?? field}: {message}.
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        </div>
      </section>
      {'made' in result && <Rules key={choice.platform.id} made={result.made} live={live} />}
    </>
  );
}
