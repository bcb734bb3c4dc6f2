/** What only the reader knows. It goes into the report and the messages, and nowhere else. */
export interface ReportFields {
  readonly hostname: string;
  readonly rayId: string;
  readonly first: Date | undefined;
  readonly last: Date | undefined;
}

/** Control and format characters, such as line ends and those that turn the direction of writing. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]+/gu;

/** Text without control characters and line ends. */
export function oneLine(text: string): string {
  return text.replace(INVISIBLE, ' ').replace(/ {2,}/g, ' ').trim();
}

/** Reduces what a reader typed to one line without control characters, 100 characters at most. */
export function tidy(input: string): string {
  return Array.from(oneLine(input)).slice(0, 100).join('').trim();
}

/** A moment in UTC, to the minute; empty for no moment and for one that is no date. */
export function utc(moment: Date | undefined): string {
  if (moment === undefined || Number.isNaN(moment.getTime())) return '';
  return `${moment.toISOString().slice(0, -8).replace('T', ' ')} UTC`;
}
