/** Fewer characters than this at once are typed, swiped or corrected; more were put there by a keyboard's clipboard, without a paste event. */
const AT_ONCE = 20;

/**
 * Watches the fields below an element for text that is put there at once. What is told is whole, with its line breaks, where the field
 * itself cuts it.
 * @param put gets the text once the field has taken it
 */
export function watchInserted(root: HTMLElement, put: (text: string) => void): void {
  let inserted = '';
  root.addEventListener('beforeinput', ({ data }) => {
    inserted = data ?? '';
  });
  root.addEventListener('input', ({ target }) => {
    if (inserted.length < AT_ONCE || !(target instanceof HTMLInputElement)) return;
    put(inserted.length < target.value.length ? target.value : inserted);
    inserted = '';
  });
}
