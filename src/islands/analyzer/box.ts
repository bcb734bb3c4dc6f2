import { inputKind } from '../../domain/search/kind.ts';
import { HAND_OVER } from '../shared/hand-over.ts';

/** The page's own link to the code that was typed; undefined when it is no code, or has none here. */
function linkTo(typed: string): string | undefined {
  const code = inputKind(typed) === 'code' ? /\d+(?=\D*$)/.exec(typed)?.[0] : undefined;
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
  const read = (event: Event, given: string | File): void => {
    event.preventDefault();
    import('./in-place.ts').then(
      ({ readInPlace }) => readInPlace(root, given),
      () => {
        location.assign(`${root.dataset.base ?? '/'}analyze/`);
      },
    );
  };
  document.addEventListener(HAND_OVER, (event) => {
    read(event, (event as CustomEvent<string>).detail);
  });
  const take = (event: Event, data: DataTransfer | null): void => {
    const given = data?.files[0] ?? data?.getData('text/plain') ?? '';
    if (given instanceof File || inputKind(given) === 'paste') read(event, given);
  };
  form?.addEventListener('paste', (event) => {
    take(event, event.clipboardData);
  });
  form?.addEventListener('submit', (event) => {
    const typed = new FormData(form).get('q');
    const page = typeof typed === 'string' ? linkTo(typed) : undefined;
    if (page === undefined) return;
    event.preventDefault();
    location.assign(page);
  });
  form?.addEventListener('dragover', (event) => {
    event.preventDefault();
  });
  form?.addEventListener('drop', (event) => {
    take(event, event.dataTransfer);
  });
}
