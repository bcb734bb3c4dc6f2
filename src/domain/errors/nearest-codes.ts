/**
 * The known codes nearest to a number, nearest first; of two equally near the smaller comes first.
 * @param wanted what stood in the address
 * @param known codes that have a page
 * @param count how many at most
 */
export function nearestCodes(wanted: number, known: readonly string[], count = 3): string[] {
  const distance = (code: string): number => Math.abs(Number(code) - wanted);
  return [...known].sort((a, b) => distance(a) - distance(b) || Number(a) - Number(b)).slice(0, count);
}
