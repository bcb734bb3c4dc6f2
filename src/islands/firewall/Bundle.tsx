import { useRef } from 'preact/hooks';
import type { Bundle, Command, GeneratedFile } from '../../domain/firewall/model.ts';
import { commandCaption } from '../../domain/text/command.ts';
import { CHANGE_NAMES } from '../../domain/vocabulary.ts';
import { CopyButton } from '../shared/CopyButton.tsx';

/** A text to copy, and what stands above it. */
function Block({ text, live, children }: { text: string; live: boolean; children: preact.ComponentChildren }) {
  const code = useRef<HTMLPreElement>(null);
  return (
    <figure class="cmd">
      <figcaption>
        <span>{children}</span>
        {live && <CopyButton key={text} text={text} words="Copy" from={code} />}
      </figcaption>
      <pre tabIndex={0} ref={code}>
        <code>{text.trimEnd()}</code>
      </pre>
    </figure>
  );
}

function File({ file, live }: { file: GeneratedFile; live: boolean }) {
  return (
    <Block text={file.text} live={live}>
      {file.path === undefined ? 'Lines for a file of yours' : <code>{file.path}</code>}
      {file.mode !== undefined && `, mode ${file.mode}`}. {file.purpose}
    </Block>
  );
}

function Run({ command, live }: { command: Command; live: boolean }) {
  const { where, root, changes, does, run } = command;
  return (
    <Block text={run} live={live}>
      <b>{does}.</b> {commandCaption({ where, root, platform: undefined, file: undefined })} {CHANGE_NAMES[changes]}
    </Block>
  );
}

const STEPS = [
  ['Apply', 'apply'],
  ['Check', 'check'],
  ['Undo', 'undo'],
] as const;

/** Files to write, then how to apply, check and undo. */
export function BundleView({ bundle, live }: { bundle: Bundle; live: boolean }) {
  return (
    <>
      {bundle.files.map((file) => (
        <File key={file.path} file={file} live={live} />
      ))}
      {STEPS.filter(([, step]) => bundle[step].length > 0).map(([name, step]) => (
        <>
          <h3>{name}</h3>
          {bundle[step].map((command) => (
            <Run key={command.does} command={command} live={live} />
          ))}
        </>
      ))}
    </>
  );
}
