import { Component, type RefObject } from 'preact';

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

/** What it said last, and of which text: it offers to copy again when another text stands there. */
interface State {
  readonly text?: string;
  readonly says?: string;
}

/** A button that copies a text and says whether it did. A class, so that the firewall tool, full of them, loads no hooks. */
export class CopyButton extends Component<Props, State> {
  readonly copy = async (): Promise<void> => {
    const { text, from } = this.props;
    try {
      await navigator.clipboard.writeText(text);
      this.setState({ text, says: 'Copied' });
    } catch {
      select(from.current);
      this.setState({ text, says: 'Selected: now press Ctrl+C or ⌘C' });
    }
  };

  override render({ text, words, what }: Props, { text: last, says }: State) {
    const said = last === text ? says : undefined;
    const name = said ?? words;
    return (
      <>
        <button
          type="button"
          aria-label={what === undefined ? undefined : `${name}: ${what}`}
          onClick={() => void this.copy()}
        >
          {name}
        </button>
        <span role="status" class="vh">
          {said}
        </span>
      </>
    );
  }
}
