const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/**
 * The digits of a number that is written as it is spoken: "five twenty two" is 522, and so is "five two two".
 * @param words in lower case, each a word of its own
 * @returns undefined when another word is among them
 */
export function spokenNumber(words: readonly string[]): string | undefined {
  let digits = '';
  for (const [at, word] of words.entries()) {
    const ten = TENS.indexOf(word);
    const unit = UNITS.indexOf(word);
    if (ten < 0 && unit < 0) return undefined;
    // "twenty two" is 22: the zero gives its place to the unit.
    const joins = unit > 0 && unit < 10 && TENS.includes(words[at - 1] ?? '');
    digits = (joins ? digits.slice(0, -1) : digits) + (ten < 0 ? String(unit) : `${String(ten + 2)}0`);
  }
  return digits === '' ? undefined : digits;
}
