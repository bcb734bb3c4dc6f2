import { useRef, useState } from 'preact/hooks';

interface Props {
  readonly start: string;
  readonly busy: boolean;
  readonly onRead: (text: string) => void;
  readonly onFile: (file: File) => void;
  readonly onClear: () => void;
}

/** Files and text that a drop brings; the first of them counts. */
function dropped(data: DataTransfer | null): File | string | undefined {
  return data?.files[0] ?? data?.getData('text/plain');
}

/** The field has no name and stands in no form: what is in it cannot be sent or become part of an address. */
export function Input({ start, busy, onRead, onFile, onClear }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const read = () => {
    onRead(field.current?.value ?? '');
  };
  const put = (text: string) => {
    if (field.current !== null) field.current.value = text;
    onRead(text);
  };
  return (
    <div
      class={over ? 'paste over' : 'paste'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const found = dropped(event.dataTransfer);
        if (found instanceof File) onFile(found);
        else if (found !== undefined) put(found);
      }}
    >
      <label for="paste">Paste it here, or drop a file</label>
      <textarea
        id="paste"
        ref={field}
        rows={9}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        aria-describedby="paste-h"
        defaultValue={start}
        onPaste={() => {
          // The field holds the paste only after the event.
          setTimeout(read);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) read();
        }}
      />
      <div class="row">
        <button type="button" class="go" disabled={busy} onClick={read}>
          Read it
        </button>
        <button
          type="button"
          onClick={() => {
            picker.current?.click();
          }}
        >
          Choose a file
        </button>
        <button
          type="button"
          onClick={() => {
            if (field.current !== null) field.current.value = '';
            onClear();
            field.current?.focus();
          }}
        >
          Clear
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label="File to read"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // Without this the same file could not be chosen twice.
            event.currentTarget.value = '';
            if (file !== undefined) onFile(file);
          }}
        />
      </div>
      <p class="note" id="paste-h">
        A paste is read at once, and you are taken to the result. Read on this device: nothing is sent, stored or put
        into an address. Up to 10 MB.
      </p>
    </div>
  );
}
