import { lineTexts } from '../../domain/analyzer/lines.ts';

/** Which lines of a paste are shown: those that say something, with their neighbours, in order. */

export interface ShownLine {
  readonly number: number;
  readonly text: string;
  readonly marked: boolean;
}

/** Lines that are left out between two that are shown. */
export interface Gap {
  readonly left: number;
}

/** Lines shown at most as marked; those after them are left out. */
const SHOWN_LIMIT = 300;
/** Characters of a line that are shown. */
const WIDTH_LIMIT = 600;
const AROUND = 2;

/**
 * The lines to show.
 * @param text the paste
 * @param marked numbers of the lines that show something, from 1, in any order
 */
export function excerpt(text: string, marked: readonly number[]): (ShownLine | Gap)[] {
  const marks = new Set([...marked].sort((a, b) => a - b).slice(0, SHOWN_LIMIT));
  const near = [...marks].flatMap((line) => Array.from({ length: 2 * AROUND + 1 }, (_, i) => line - AROUND + i));
  const wanted = new Set(near.filter((line) => line >= 1).sort((a, b) => a - b));
  if (wanted.size === 0) return [];
  const shown: (ShownLine | Gap)[] = [];
  let before = 0;
  for (const [number, line] of lineTexts(text, wanted)) {
    if (number > before + 1) shown.push({ left: number - before - 1 });
    const cut = line.length > WIDTH_LIMIT ? `${line.slice(0, WIDTH_LIMIT)} …` : line;
    shown.push({ number, text: cut, marked: marks.has(number) });
    before = number;
  }
  return shown;
}
