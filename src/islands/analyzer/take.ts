import { TEXT_LIMIT } from '../../domain/analyzer/model.ts';

/** A text to read, or why it is not read and what to do. */
export type Taken = { readonly text: string } | { readonly problem: string };

const MEGABYTE = 1_000_000;

function tooLong(length: number, unit: string): string {
  return `This has ${(length / MEGABYTE).toFixed(1)} million ${unit}; at most ${String(TEXT_LIMIT / MEGABYTE)} million are read. Cut out the minutes around the error, for example with grep or tail, and paste those.`;
}

export function takeText(text: string): Taken {
  if (text.trim() === '')
    return { problem: 'The field is empty. Paste an error page, the output of a command, or log lines.' };
  return text.length > TEXT_LIMIT ? { problem: tooLong(text.length, 'characters') } : { text };
}

/** Reads a file on this device. Bytes that are no text become replacement characters, which no pattern matches. */
export async function takeFile(file: File): Promise<Taken> {
  if (file.size > TEXT_LIMIT) return { problem: tooLong(file.size, 'bytes') };
  try {
    return takeText(await file.text());
  } catch {
    return { problem: `The browser could not read ${file.name}. Open it in an editor and paste its text.` };
  }
}
