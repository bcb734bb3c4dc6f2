/**
 * What the full text says of single words: for each word, the pages (paths without base and anchor) whose text holds it, and how
 * much each is about it, up to 1 for the one that is most. A word that was looked up and stands nowhere has no pages.
 */
export type TextWords = ReadonlyMap<string, ReadonlyMap<string, number>>;

export const NO_TEXT: TextWords = new Map();
