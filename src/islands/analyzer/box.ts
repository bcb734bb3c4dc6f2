import { inputKind } from '../../domain/search/kind.ts';
import { HAND_OVER } from '../shared/hand-over.ts';
import { watchInserted } from '../shared/inserted.ts';

/** The page's own link to the code that was typed; undefined when it is no code, or has none here. */
function linkTo(typed: string): string | undefined {
  const code = inputKind(typed) === 'code' ? /\d{3,4}/.exec(typed)?.[0] : undefined;
  return code && document.querySelector<HTMLAnchorElement>(`main a[href$="/${code}/"]`)?.href;
}

/**
 * Lets a page's box take what is no search: a code leads to its page; an error page, headers, a log or a file is read below
 * the box, and goes nowhere else.
 * The analyzer itself is fetched on first use; when it does not come, its own page is opened.
 * @param root where the analyzer goes; hidden until then
 * @param form the box, where nothing else watches it
 */
export function takePastes(root: HTMLElement, form?: HTMLFormElement): void {
  /** Reads what is no search. @returns whether it is read */
  const take = (given: string | File): boolean => {
    if (!(given instanceof File) && inputKind(given) !== 'paste') return false;
    import('./in-place.ts').then(
      ({ readInPlace }) => readInPlace(root, given),
      () => {
        location.assign(`${root.dataset.base ?? '/'}analyze/`);
      },
    );
    return true;
  };
  document.addEventListener(HAND_OVER, (event) => {
    if (take((event as CustomEvent<string>).detail)) event.preventDefault();
  });
  if (form === undefined) return;
  const field = form.querySelector('input');
  const takeInstead = (event: ClipboardEvent | DragEvent): void => {
    const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer;
    if (take(data?.files[0] ?? data?.getData('text') ?? '')) event.preventDefault();
  };
  form.addEventListener('paste', takeInstead);
  form.addEventListener('drop', takeInstead);
  form.addEventListener('dragover', (event) => {
    event.preventDefault();
  });
  if (field === null) return;
  watchInserted(form, (text) => {
    if (take(text)) field.value = '';
  });
  form.addEventListener('submit', (event) => {
    const page = linkTo(field.value);
    if (page !== undefined) location.assign(page);
    else if (take(field.value)) field.value = '';
    else return;
    event.preventDefault();
  });
}
