import { shellQuote } from '../../src/domain/firewall/template.ts';

/** A script that writes a file, with the folders above it. */
export function writing(path: string, text: string, how: 'replace' | 'append' = 'replace'): string {
  const sign = how === 'append' ? '>>' : '>';
  return `mkdir -p "$(dirname ${shellQuote(path)})" && printf '%s' ${shellQuote(text)} ${sign}${shellQuote(path)}`;
}
