import { type ReportFields, tidy, utc } from './fields.ts';

/** What is known of the fault when someone is asked for help. */
export interface Fault {
  /** Codes that were seen, such as "522". */
  readonly codes: readonly string[];
  /** Typed by the reader; each may be missing. */
  readonly fields: ReportFields;
  /** How long the error takes, such as "after about 20 s"; empty when that is not known. */
  readonly time: string;
}

/**
 * The subject of a report, such as "Error 522 at www.example.com".
 * @param site how the site is called, already tidy; empty for a plain "my site"
 */
export function subject(codes: readonly string[], site: string): string {
  return `${joined(['Error', codes.join(' and '), 'at'])} ${site || 'my site'}`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

/**
 * The fault in one or two sentences: site, code, time to it, since when, Ray ID. What is not known is left out.
 * @param site what the site is called where no name is typed
 */
export function opening({ codes, fields, time }: Fault, site = 'My site'): string {
  const [first, last, rayId] = [utc(fields.first), utc(fields.last), tidy(fields.rayId)];
  const sentence = joined([
    `${tidy(fields.hostname) || site}, behind Cloudflare,`,
    codes.length === 0 ? 'has not worked as it should' : `has shown error ${codes.join(' and ')}`,
    time,
    first && `since ${first}`,
  ]);
  return joined([
    `${sentence}${last && `, last seen ${last}`}.`,
    rayId && `Cloudflare’s Ray ID of one such failure: ${rayId}.`,
  ]);
}

/** A message ready to send: greeting, what fails, what the receiver is asked. */
export function message(about: string, asks: readonly string[]): string {
  return `Hello,\n\n${about}\n\n${asks.map((ask) => `- ${ask}\n`).join('')}\nThank you.`;
}
