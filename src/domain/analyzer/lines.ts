/**
 * The text of some lines; found through the line breaks, so that a large text is not cut into millions of strings.
 * @param wanted line numbers from 1
 * @returns by line number, in the order of the text; lines that the text does not have are missing
 */
export function lineTexts(text: string, wanted: Iterable<number>): Map<number, string> {
  const numbers = new Set(wanted);
  const last = Math.max(0, ...numbers);
  const texts = new Map<number, string>();
  let start = 0;
  for (let number = 1; number <= last; number++) {
    const end = text.indexOf('\n', start);
    if (numbers.has(number)) texts.set(number, text.slice(start, end === -1 ? undefined : end).replace(/\r$/, ''));
    if (end === -1) break;
    start = end + 1;
  }
  return texts;
}
