/** A text as one word of a shell script. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A script that writes a file, with the folders above it. */
export function writing(path: string, text: string, how: 'replace' | 'append' = 'replace'): string {
  const sign = how === 'append' ? '>>' : '>';
  return `mkdir -p "$(dirname ${quote(path)})" && printf '%s' ${quote(text)} ${sign}${quote(path)}`;
}
