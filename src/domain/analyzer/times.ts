/** A time as it was written: ISO 8601, with Z when the zone is known. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

type Form = readonly [form: RegExp, read: (parts: readonly string[]) => Date | undefined, zoned: boolean];

const month = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase());

/** A day that the month does not have, and an hour that the day does not have, make no date. */
function utc(year: string, monthIndex: number, day: string, clock: string, zone = ''): Date | undefined {
  const [hour = '', minute = '', second = ''] = clock.split(':');
  const date = new Date(Date.UTC(Number(year), monthIndex, Number(day), Number(hour), Number(minute), Number(second)));
  if (date.getUTCMonth() !== monthIndex || date.getUTCDate() !== Number(day)) return undefined;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  return new Date(Number(date) - offset * 60_000);
}

/** Forms of time, the more exact ones first. The last element tells whether the form names its zone. */
const FORMS: readonly Form[] = [
  [
    /(20\d\d)-(\d\d)-(\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)(?!\w)/i,
    ([, y = '', mo = '', d = '', clock = '', zone]) => utc(y, Number(mo) - 1, d, clock, zone),
    true,
  ],
  [
    /(\d{1,2}) (\w{3}) (20\d\d) (\d\d:\d\d:\d\d) (?:GMT|UTC)/i,
    ([, d = '', mo, y = '', clock = '']) => utc(y, month(mo), d, clock),
    true,
  ],
  [
    /(\d\d)\/(\w{3})\/(20\d\d):(\d\d:\d\d:\d\d) ([+-]\d{4})/,
    ([, d = '', mo, y = '', clock = '', zone]) => utc(y, month(mo), d, clock, zone),
    true,
  ],
  [
    /(20\d\d)[-/](\d\d)[-/](\d\d)[T ](\d\d:\d\d:\d\d)/,
    ([, y = '', mo = '', d = '', clock = '']) => utc(y, Number(mo) - 1, d, clock),
    false,
  ],
  [
    /\w{3} (\w{3}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d)(?:\.\d{1,6})? (20\d\d)/,
    ([, mo, d = '', clock = '', y = '']) => utc(y, month(mo), d, clock),
    false,
  ],
  [
    /(\d\d)[/-](\w{3})[/-](20\d\d)[: ](\d\d:\d\d:\d\d)/,
    ([, d = '', mo, y = '', clock = '']) => utc(y, month(mo), d, clock),
    false,
  ],
];

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, by their number of digits. */
function sinceEpoch(text: string): Date | undefined {
  if (!/^1\d{9}(?:\.\d{1,9}|\d{3}|\d{6}|\d{9})?$/.test(text)) return undefined;
  return new Date(Number(text.slice(0, 10)) * 1000);
}

/**
 * Reads the first time in a text.
 * @returns ISO 8601 to the second, in UTC with Z; without Z when the text names no zone; undefined when there is no time
 */
export function readTime(text: string): string | undefined {
  for (const [form, read, zoned] of FORMS) {
    const match = form.exec(text);
    const date = match === null ? undefined : read(match);
    if (date !== undefined) return `${date.toISOString().slice(0, 19)}${zoned ? 'Z' : ''}`;
  }
  const date = sinceEpoch(text.trim());
  return date === undefined ? undefined : `${date.toISOString().slice(0, 19)}Z`;
}
