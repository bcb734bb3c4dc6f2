import { useRef } from 'preact/hooks';
import type { RepairCommand } from '../../domain/troubleshooter/repair.ts';
import { CopyButton } from '../shared/CopyButton.tsx';
import { Text } from '../shared/Text.tsx';
import type { ViewProps } from './view.ts';

/** A command to copy: what can go wrong, where it runs and what it changes, and how to undo it. */
export function CommandView({ command, view }: { command: RepairCommand; view: ViewProps }) {
  const code = useRef<HTMLPreElement>(null);
  return (
    <>
      {command.danger !== undefined && (
        <p class="danger">
          <b>Careful.</b> <Text of={command.danger} base={view.base} />
        </p>
      )}
      <figure class="cmd">
        <figcaption>
          <span>{command.caption}</span>
          {view.live && <CopyButton text={command.run} words="Copy" what={command.caption} from={code} />}
        </figcaption>
        <pre tabIndex={0} ref={code}>
          <code>{command.run}</code>
        </pre>
        {command.undo !== undefined && (
          <p class="note undo">
            <b>To undo:</b> {command.undo}
          </p>
        )}
      </figure>
    </>
  );
}
