/** A heading inside a page that can be linked to. */
export interface TextSection {
  /** Id of the element, without the #. */
  readonly id: string;
  readonly heading: string;
}

/** A page, with the sections that are told apart inside it. */
export interface TextPage {
  /** Path from the site's root, without the base path. */
  readonly path: string;
  readonly sections: readonly TextSection[];
}

/**
 * The words of all pages, as they are fetched. Its places are numbered through: each page is one, and is followed by its
 * sections. What stands in no section belongs to the page itself.
 */
export interface TextIndex {
  readonly pages: readonly TextPage[];
  /** All words, joined by spaces. */
  readonly words: string;
  /** For each word, in the same order, its places: see packPlaces. Joined by spaces. */
  readonly places: string;
}

/** Printable characters that JSON writes as they are. The first ones end a number, the others continue it. */
const SIGNS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  .filter((sign) => sign !== '"' && sign !== '\\')
  .join('');
const ENDS = 70;
const GOES_ON = SIGNS.length - ENDS;

/** Ascending whole numbers as text: the steps between them, small ones in one character. */
export function packPlaces(places: readonly number[]): string {
  let before = -1;
  let out = '';
  for (const place of places) {
    let step = place - before - 1;
    before = place;
    for (; step >= ENDS; step = Math.floor((step - ENDS) / GOES_ON))
      out += SIGNS[ENDS + ((step - ENDS) % GOES_ON)] ?? '';
    out += SIGNS[step] ?? '';
  }
  return out;
}

/** The numbers that packPlaces wrote. Total: any text gives numbers. */
export function openPlaces(packed: string): number[] {
  const places: number[] = [];
  let before = -1;
  let digits: number[] = [];
  for (const sign of packed) {
    const value = SIGNS.indexOf(sign);
    if (value >= ENDS) digits.push(value - ENDS);
    else {
      before += 1 + digits.reduceRight((sum, digit) => ENDS + digit + GOES_ON * sum, Math.max(value, 0));
      places.push(before);
      digits = [];
    }
  }
  return places;
}
