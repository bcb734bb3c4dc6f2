import { inputKind } from '../../domain/search/kind.ts';
import { HAND_OVER } from '../shared/hand-over.ts';

/**
 * Looks at what is pasted into a search field, with its line breaks, which the field itself would drop. An error page, headers or
 * a log is offered to an analyzer on this page; where none takes it, it stays a search.
 * @returns undefined for a code or words; else whether an analyzer took it
 */
export function readPaste(event: ClipboardEvent): 'taken' | 'left' | undefined {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (inputKind(text) !== 'paste') return undefined;
  const offer = new CustomEvent(HAND_OVER, { detail: text, cancelable: true });
  if (document.dispatchEvent(offer)) return 'left';
  event.preventDefault();
  return 'taken';
}
