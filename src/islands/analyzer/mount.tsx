import { render } from 'preact';
import { Analyzer } from './Analyzer.tsx';
import { readPlace } from './load.ts';

/**
 * Puts the analyzer into an element.
 * @param root says in its data where patterns, graph and site are
 * @param start text or file to read at once; empty to wait for one
 */
export function mountAnalyzer(root: HTMLElement, start: string | File): void {
  // What was read here before makes way.
  render(null, root);
  root.replaceChildren();
  render(<Analyzer place={readPlace(root)} start={start} />, root);
}
