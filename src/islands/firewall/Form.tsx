import type { InputProblem } from '../../domain/firewall/input.ts';
import { PLATFORM_GENERATORS } from '../../domain/firewall/registry.ts';
import { type Choice, FAMILY_CHOICES, type ToolData, WEB_PORTS } from './choice.ts';
import { problemId } from './problem.ts';

const KINDS = [
  ['firewall', 'Firewalls on the server'],
  ['server', 'Web servers'],
  ['cloud', 'Clouds'],
] as const;

function PlatformSelect({ chosen }: { chosen: string }) {
  return (
    <p>
      <label for="fw-platform">Firewall, server or cloud</label>
      <select id="fw-platform" name="platform">
        {KINDS.map(([kind, name]) => (
          <optgroup key={kind} label={name}>
            {PLATFORM_GENERATORS.filter((platform) => platform.kind === kind).map(({ id, title }) => (
              <option key={id} value={id} selected={id === chosen}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </p>
  );
}

function Ports({ ports, chosen }: { ports: readonly number[]; chosen: readonly number[] }) {
  return (
    <>
      {ports.map((port) => (
        <label key={port}>
          <input type="checkbox" name="ports" value={port} checked={chosen.includes(port)} /> {port}
        </label>
      ))}
    </>
  );
}

interface FieldProps {
  readonly name: 'ssh' | 'own';
  readonly label: string;
  readonly note: string;
  readonly value: string;
  readonly mode?: 'numeric';
  readonly problems: readonly InputProblem[];
}

/** A line to type into. Its text is read when the reader leaves it. */
function Field({ name, label, note, value, mode, problems }: FieldProps) {
  const wrong = problems.some(({ field }) => field === name);
  return (
    <p>
      <label for={`fw-${name}`}>{label}</label>
      <input
        id={`fw-${name}`}
        name={name}
        type="text"
        inputMode={mode}
        value={value}
        autocomplete="off"
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={`fw-${name}-note${wrong ? ` ${problemId(name)}` : ''}`}
      />
      <span class="note" id={`fw-${name}-note`}>
        {note}
      </span>
    </p>
  );
}

interface Props {
  readonly data: ToolData;
  readonly choice: Choice;
  readonly problems: readonly InputProblem[];
  /** False until scripts run. */
  readonly live: boolean;
}

/** The choices. */
export function Form({ data, choice, problems, live }: Props) {
  const others = data.ports.filter((port) => !WEB_PORTS.includes(port));
  return (
    <fieldset disabled={!live}>
      <legend class="vh">Your server</legend>
      <PlatformSelect chosen={choice.platform.id} />
      <p>
        <label for="fw-families">Addresses</label>
        <select id="fw-families" name="families">
          {FAMILY_CHOICES.map(({ id, name }) => (
            <option key={id} value={id} selected={id === choice.family.id}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <fieldset
        class="ports"
        aria-describedby={problems.some(({ field }) => field === 'ports') ? problemId('ports') : undefined}
      >
        <legend>Ports</legend>
        <Ports ports={WEB_PORTS} chosen={choice.ports} />
        <details>
          <summary>Others that Cloudflare calls on</summary>
          <Ports ports={others} chosen={choice.ports} />
        </details>
      </fieldset>
      <Field
        name="ssh"
        label="Your SSH port"
        note="22 unless you changed it. No rule closes it."
        value={choice.ssh}
        mode="numeric"
        problems={problems}
      />
      <Field
        name="own"
        label="Your own address, if it is fixed"
        note="Keeps its way to SSH and these ports. It stays on this device."
        value={choice.own}
        problems={problems}
      />
    </fieldset>
  );
}
