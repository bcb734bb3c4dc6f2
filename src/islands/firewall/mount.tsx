import { render } from 'preact';
import { type Choice, readChoice, readForm, type ToolData, writeChoice } from './choice.ts';
import { Firewall } from './Firewall.tsx';

/**
 * Makes a change, and scrolls so that what the reader is pressing stays under the pointer. Pressing a button is what
 * leaves a field and makes the change; a button that moved away in between would get no click.
 */
function keepPressed(change: () => void): void {
  const pressed = [...document.querySelectorAll(':active')].at(-1);
  const top = pressed?.getBoundingClientRect().top ?? 0;
  change();
  if (pressed?.isConnected === true) scrollBy(0, pressed.getBoundingClientRect().top - top);
}

/** Brings the form to life. Until then it shows the first choice, and every other one stands on a page of its own. */
export function mount(root: HTMLElement): void {
  const data = JSON.parse(root.dataset.tool ?? '') as ToolData;
  const show = (choice: Choice, leftOut: readonly string[] = []): void => {
    render(<Firewall data={data} choice={choice} leftOut={leftOut} live />, root);
  };
  root.addEventListener('change', () => {
    const choice = readForm(root, data);
    history.replaceState(null, '', writeChoice(choice));
    keepPressed(() => {
      show(choice);
    });
  });
  // What is wrong takes the rules away, and with them the button that the reader was going to: back to what is wrong.
  root.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !relatedTarget.isConnected)
      root.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  });
  const { choice, leftOut } = readChoice(location.search, data);
  show(choice, leftOut);
}
