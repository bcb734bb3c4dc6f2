import { createRef, Fragment } from 'preact';
import type { Bundle, Command, GeneratedFile } from '../../domain/firewall/model.ts';
import { commandCaption } from '../../domain/text/command.ts';
import { CHANGE_NAMES } from '../../domain/vocabulary.ts';
import { CopyButton } from '../shared/CopyButton.tsx';

interface BlockProps {
  readonly text: string;
  /** What it is, in a few words. */
  readonly what: string;
  readonly live: boolean;
  readonly children: preact.ComponentChildren;
}

/** A text to copy, and what stands above it. */
function Block({ text, what, live, children }: BlockProps) {
  const code = createRef<HTMLPreElement>();
  return (
    <figure class="cmd">
      <figcaption>
        <span>{children}</span>
        {live && <CopyButton text={text} words="Copy" what={what} from={code} />}
      </figcaption>
      <pre tabIndex={0} ref={code}>
        <code>{text.trimEnd()}</code>
      </pre>
    </figure>
  );
}

function File({ file, live }: { file: GeneratedFile; live: boolean }) {
  const what = file.path ?? 'Lines for a file of yours';
  return (
    <Block text={file.text} what={what} live={live}>
      {file.path === undefined ? what : <code>{what}</code>}
      {file.mode !== undefined && `, mode ${file.mode}`}. {file.purpose}
    </Block>
  );
}

function Run({ command, live }: { command: Command; live: boolean }) {
  const { where, root, changes, does, run } = command;
  return (
    <Block text={run} what={does} live={live}>
      <b>{does}.</b> {commandCaption({ where, root, platform: undefined, file: undefined })} {CHANGE_NAMES[changes]}
    </Block>
  );
}

const STEPS = [
  ['Apply', 'apply'],
  ['Check', 'check'],
  ['Undo', 'undo'],
] as const;

/**
 * Files to write, then how to apply, check and undo. Blocks are told apart by their place alone: a reader who leaves a
 * field goes to one of them while the choice takes effect, and it must not be exchanged for another.
 */
export function BundleView({ bundle, live }: { bundle: Bundle; live: boolean }) {
  return (
    <>
      {bundle.files.map((file, place) => (
        <File key={place} file={file} live={live} />
      ))}
      {STEPS.filter(([, step]) => bundle[step].length > 0).map(([name, step]) => (
        <Fragment key={step}>
          <h3>{name}</h3>
          {bundle[step].map((command, place) => (
            <Run key={place} command={command} live={live} />
          ))}
        </Fragment>
      ))}
    </>
  );
}
