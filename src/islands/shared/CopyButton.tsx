import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';

/** Selects all text of an element, for readers whose browser refuses to copy for them. */
function select(element: HTMLElement | null): void {
  if (element === null) return;
  getSelection()?.selectAllChildren(element);
  element.focus();
}

/**
 * A button that copies a text and says whether it did.
 * @param from the element that shows the text; it is selected where copying is refused
 */
export function CopyButton({ text, words, from }: { text: string; words: string; from: RefObject<HTMLElement> }) {
  const [state, setState] = useState(words);
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
      <button type="button" onClick={() => void copy()}>
        {state}
      </button>
      <span role="status" class="vh">
        {state === words ? '' : state}
      </span>
    </>
  );
}
