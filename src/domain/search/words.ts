/** Longest query that is read, in UTF-16 units. What comes after it is cut off, and the page says so. */
export const MAX_QUERY = 500;

/** Most distinct words of a query that are looked up. */
export const MAX_WORDS = 40;

/** Longest word that is kept: longer runs are noise, and their comparison would cost time. */
const MAX_WORD = 40;

/** Words without a meaning of their own here. */
export const STOP: ReadonlySet<string> = new Set(
  '0 a an and are as at be been by can cause could did do does for from get gets getting had has have he how i if in into is it its just me my of on or our please she should so some than that the their them then there these they this those to too up us was we were what when where which while who why will with would you your'.split(
    ' ',
  ),
);

/** Everyday words: seldom on these pages, and yet they say little about what somebody looks for. */
export const EVERYDAY: ReadonlySet<string> = new Set(
  'after again ago almost alone already also always am another any anybody anyone anything ask away back because before being believe best better both bring broken call came change come comes done each else enough even ever every everybody everyone everything fact fine find first gave give given go goes going gone good happen happened happens hello here indeed instead keep keeps kept kind knew know known last least left less let little look looks lot made make makes many matter maybe might mind more most much must myself need needed needs never next nobody nothing now number often ok once one only other others otherwise own people perhaps please point possible probably put quite really right said same say says seem seems seen several show shows since some somebody someone something sometimes soon sorry still such sudden suddenly sure take takes tell thank thanks thing things think though through thus times told try trying two understand until use used uses using usually very want wants way well went whatever whole whose wish within yes yet'.split(
    ' ',
  ),
);

/** Words that lose their meaning with their ending. */
const WHOLE = new Set(['cloudflared']);

/** Eastern Arabic digits to ASCII; both blocks count from a multiple of 16. */
function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

/** Cuts a text to a length without splitting a surrogate pair. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/** The text in lower case, without accents, control characters and the difference between kinds of digits and quotes. */
export function fold(text: string): string {
  return westernDigits(text.normalize('NFKD').replace(/\p{M}/gu, ''))
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'")
    .replace(/'s\b/g, '')
    .replaceAll("'", '');
}

/** The words of a text, folded, in order, stop words included. */
export function allWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, MAX_WORD));
}

/**
 * The word without its inflection, so that "refused" and "refuses" meet. Light on purpose: it only has to treat query and
 * index alike.
 */
export function stem(word: string): string {
  if (word.length < 5 || WHOLE.has(word) || /\d/.test(word)) return word;
  const bare = word.replace(/ie[sd]$/, 'y').replace(/(?:ing|ed|es|(?<!s)s)$/, '');
  const short = bare.length < 4 ? word : bare;
  return short.length > 4 ? short.replace(/e$/, '') : short;
}

/** A word of a text: as written (folded), and its stem. */
export interface Word {
  readonly surface: string;
  readonly stem: string;
}

/** Longest sequence in the list of words that mean the same. */
const LONGEST_SAME = 3;

function replaceSame(words: readonly string[], same: Readonly<Record<string, string>>): string[] {
  const out: string[] = [];
  for (let at = 0; at < words.length;) {
    let taken = 1;
    let found = words[at] ?? '';
    for (let length = Math.min(LONGEST_SAME, words.length - at); length > 0; length -= 1) {
      const sequence = words.slice(at, at + length).join(' ');
      if (!Object.hasOwn(same, sequence)) continue;
      found = same[sequence] ?? found;
      taken = length;
      break;
    }
    out.push(...found.split(' '));
    at += taken;
  }
  return out;
}

/** The words that carry meaning: synonyms replaced, stop words left out. */
export function contentWords(text: string, same: Readonly<Record<string, string>>): Word[] {
  return replaceSame(allWords(text), same)
    .filter((word) => !STOP.has(word))
    .map((surface) => ({ surface, stem: stem(surface) }));
}
