import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';

/** Selects all text of an element, for readers whose browser refuses to copy for them. */
function select(element: HTMLElement | null): void {
  if (element === null) return;
  getSelection()?.selectAllChildren(element);
  element.focus();
}

interface Props {
  readonly text: string;
  readonly words: string;
  /** What is copied, for readers who hear the button away from it; left out where the words say it. */
  readonly what?: string;
  /** The element that shows the text; it is selected where copying is refused. */
  readonly from: RefObject<HTMLElement>;
}

/** A button that copies a text and says whether it did. With another text it stays where it is, and offers to copy again. */
export function CopyButton({ text, words, what, from }: Props) {
  const [done, setDone] = useState({ text, says: words });
  const state = done.text === text ? done.says : words;
  const setState = (says: string) => {
    setDone({ text, says });
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('Copied');
    } catch {
      select(from.current);
      setState('Selected: now press Ctrl+C or ⌘C');
    }
  };
  return (
    <>
      <button
        type="button"
        aria-label={what === undefined ? undefined : `${state}: ${what}`}
        onClick={() => void copy()}
      >
        {state}
      </button>
      <span role="status" class="vh">
        {state === words ? '' : state}
      </span>
    </>
  );
}
