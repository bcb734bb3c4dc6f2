import type { PatternBook } from './pattern.ts';

/** Four-digit codes that the questions about a 530 or a forbidden address know by a symptom of their own. */
const INSIDE: Readonly<Record<string, string>> = {
  '1016': 'code-1016-in-body',
  '1033': 'code-1033-in-body',
  '1000': 'code-1000-in-body',
  '1002': 'code-1000-in-body',
};

/** Statuses that a page with a four-digit code can have. */
const WRAPPERS = new Set(['400', '403', '404', '409', '429', '500', '502', '503', '530']);

/** A code of four digits, which the body names inside another status. */
export const isInner = (code: string): boolean => code.length === 4;

/** Codes that only Cloudflare gives out. */
export const isOwn = (code: string): boolean => isInner(code) || /^5[23]\d$/.test(code);

/** True for a code that the guide knows. */
export function knows(book: PatternBook, code: string): boolean {
  return /^\d{3,4}$/.test(code) && Object.hasOwn(book.symptoms, `code-${code}`);
}

/** True when a status and a code can be of one answer: the same, or a four-digit code and the status around it. */
export function together(status: string, code: string): boolean {
  return status === code || (isInner(code) && WRAPPERS.has(status));
}

/** The symptoms of a code, in the order in which the troubleshooter asks for them. */
export function codeSymptoms(book: PatternBook, code: string, status: string | null): string[] {
  const inside = INSIDE[code];
  if (status === '530' && inside !== undefined) return ['code-530', inside];
  if (isInner(code)) return ['code-1xxx', `code-${code}`];
  return isOwn(code) ? [`code-${code}`] : ['code-5xx', `code-${code}`].filter((id) => Object.hasOwn(book.symptoms, id));
}

/** The time symptom that an elapsed time counts as. */
export function timeSymptom(book: PatternBook, seconds: number): string | undefined {
  return book.times.find(({ min, max }) => min <= seconds && (max === null || seconds <= max))?.symptom;
}
