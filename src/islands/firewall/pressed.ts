let pressed: EventTarget | null = null;

addEventListener('pointerdown', ({ target }) => (pressed = target), true);
for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => (pressed = null), true);

/**
 * Makes a change, and scrolls so that what the reader is pressing stays under the pointer. Pressing a button is what
 * leaves a field and makes the change; a button that moved away in between would get no click.
 */
export function keepPressed(change: () => void): void {
  if (!(pressed instanceof Element)) {
    change();
    return;
  }
  const { top } = pressed.getBoundingClientRect();
  change();
  if (pressed.isConnected) scrollBy(0, pressed.getBoundingClientRect().top - top);
}
