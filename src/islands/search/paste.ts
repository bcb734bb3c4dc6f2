import { inputKind } from '../../domain/search/kind.ts';
import { HAND_OVER } from '../shared/hand-over.ts';

/**
 * Offers an error page, headers or a log to an analyzer on this page. Where none takes it, it stays in the field, and in no address.
 * @param text with its line breaks, which the field itself drops
 * @returns undefined for a code or words; else whether an analyzer took it
 */
export function offerPaste(text: string): 'taken' | 'left' | undefined {
  if (inputKind(text) !== 'paste') return undefined;
  const offer = new CustomEvent(HAND_OVER, { detail: text, cancelable: true });
  return document.dispatchEvent(offer) ? 'left' : 'taken';
}
