import { render } from 'preact';
import { type Choice, readChoice, type ToolData, writeChoice } from './choice.ts';
import { Retry } from './Retry.tsx';

/** Shows the code of the chosen client only; without one, all of it. */
function showCode({ client }: Choice): void {
  for (const sample of document.querySelectorAll<HTMLDetailsElement>('[data-client]')) {
    sample.hidden = client !== undefined && sample.dataset.client !== client.id;
    if (sample.dataset.client === client?.id) sample.open = true;
  }
}

/** Brings the form to life. Until then it shows the first choice, and the table and the code stand below it. */
export function mount(root: HTMLElement): void {
  const data = JSON.parse(root.dataset.tool ?? '') as ToolData;
  const show = (choice: Choice): void => {
    render(<Retry data={data} choice={choice} live />, root);
    showCode(choice);
  };
  root.addEventListener('change', () => {
    const asked = new URLSearchParams();
    for (const { name, value } of root.querySelectorAll('select')) asked.set(name, value);
    const choice = readChoice(asked.toString(), data.clients);
    history.replaceState(null, '', writeChoice(choice));
    show(choice);
  });
  show(readChoice(location.search, data.clients));
}
