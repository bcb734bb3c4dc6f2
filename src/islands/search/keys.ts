const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Moves the focus between the search field and the links of the results with the arrow keys. The links stay ordinary links:
 * Tab reaches them, Enter opens them. A letter typed on a link goes to the field.
 */
export function moveFocus(event: KeyboardEvent, root: HTMLElement): void {
  const field = root.querySelector('input');
  const links = [...root.querySelectorAll<HTMLElement>('[data-moves] a')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (at >= 0 && event.key.length === 1 && event.key !== ' ') {
    field?.focus();
    return;
  }
  // Home and End move the caret while the field has the focus.
  const move = at < 0 && document.activeElement === field && event.key !== 'ArrowDown' ? undefined : MOVES[event.key];
  if (move === undefined || links.length === 0 || (at < 0 && document.activeElement !== field)) return;
  event.preventDefault();
  const to = move(at, links.length - 1);
  (to < 0 ? field : links[to])?.focus();
}
