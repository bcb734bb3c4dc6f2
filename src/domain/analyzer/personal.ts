import { LINES_KEPT, type Personal, type PersonalKind } from './model.ts';
import { holder, OWN } from './ranges.ts';

/** One form of personal data: the expression's first group is kept, all else of the match is replaced. */
interface Form {
  readonly kind: PersonalKind;
  readonly form: RegExp;
}

const SECRET_HEADER =
  '(?:proxy-)?authorization|x-auth-key|x-auth-email|x-auth-token|x-api-key|x-api-token|api-key|cf-access-client-(?:id|secret)|cf-access-jwt-assertion|x-amz-security-token|x-csrf-token|x-xsrf-token';
const SECRET_NAME =
  '[\\w-]{0,40}(?:token|secret|api[-_]?key|password|passwd|pwd|session[-_]?id|sessid|jwt)[\\w-]{0,40}|sid|auth|sig|signature|key';
const IN_QUOTES = '(?:[^"\\\\\\n]|\\\\.)*';

/** A header in JSON, between quotes on a command line, or on a line of its own. */
function headerForms(kind: PersonalKind, names: string): Form[] {
  const mine = `(?<![\\w-])(?:${names})`;
  return [
    { kind, form: new RegExp(`(\\\\?"${mine}\\\\?"\\s*:\\s*\\[?\\s*")(?!\\[)${IN_QUOTES}`, 'gi') },
    { kind, form: new RegExp(`("${mine}\\s*:[ \\t]*)(?!\\[)(?=\\S)${IN_QUOTES}`, 'gi') },
    { kind, form: new RegExp(`('${mine}\\s*:[ \\t]*)(?!\\[)(?=\\S)[^'\\n]*`, 'gi') },
    { kind, form: new RegExp(`((?<!["'\\w-])(?:${names})\\s*:[ \\t]*)(?!\\[)(?=\\S)[^\\n]*`, 'gi') },
  ];
}

const FORMS: readonly Form[] = [
  ...headerForms('cookie', 'set-cookie2?|cookie'),
  ...headerForms('credential', SECRET_HEADER),
  { kind: 'cookie', form: /((?<=\s)(?:-b|--cookie)[ =])(?!\[)(?:"[^"\n]*"|'[^'\n]*'|[^\s"']+)/g },
  { kind: 'credential', form: /((?<=\s)(?:-u|--user|--proxy-user)[ =])(?!\[)(?:"[^"\n]*"|'[^'\n]*'|[^\s"']+)/g },
  { kind: 'credential', form: /(\b(?:bearer|basic)\s+)(?=[\w+/=.~-]{6})[\w+/=.~-]+/gi },
  { kind: 'credential', form: /()\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g },
  { kind: 'credential', form: /(\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@"'<>[]+(?=@)/gi },
  { kind: 'credential', form: new RegExp(`([?&;](?:${SECRET_NAME})=)(?!\\[)[^\\s&;#"'<>]+`, 'gi') },
  {
    kind: 'credential',
    form: new RegExp(
      `((?<![\\w-])(?:${SECRET_NAME.replace('|sid|auth|sig|signature|key', '')})["']?\\s*[:=]\\s*["']?)(?!\\[)[^\\s&;,"'<>]+`,
      'gi',
    ),
  },
  { kind: 'e-mail', form: /()[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+/gi },
];

const IPV4 = /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\w)/g;
const IPV6 = /(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/gi;

const ANY = ['0.0.0.0/0', '::/0'];

type Holds = (address: string) => boolean;

/** Tells addresses that are somebody's from Cloudflare's own and from this machine's. */
function privately(ranges: readonly string[]): Holds {
  const kept = holder([...ranges, ...OWN]);
  const valid = holder(ANY);
  return (address) => valid(address) && !kept(address);
}

/** Gets each piece of personal data with its place in a text that has the line breaks of the whole; returns what replaces it. */
type Replace = (kind: PersonalKind, offset: number, text: string) => string;

/**
 * Goes over all personal data in a text and replaces each. No replacement takes a line break away.
 * @param enough kinds that need not be looked for any more
 */
function replaceAll(text: string, isPrivate: Holds, by: Replace, enough: (kind: PersonalKind) => boolean): string {
  let result = text;
  for (const { kind, form } of FORMS) {
    if (kind === 'e-mail' && (enough(kind) || !result.includes('@'))) continue;
    result = result.replace(
      form,
      (_found: string, before: string, offset: number, whole: string) => `${before}${by(kind, offset, whole)}`,
    );
  }
  if (enough('address')) return result;
  for (const form of [IPV4, IPV6]) {
    result = result.replace(form, (found: string, offset: number, whole: string) =>
      isPrivate(found) ? by('address', offset, whole) : found,
    );
  }
  return result;
}

/**
 * The text with personal data replaced by its kind in brackets: cookies, credentials, e-mail addresses, and IP addresses that
 * are not Cloudflare's. Masking twice changes nothing. For everything that the reader copies out.
 * @param ranges Cloudflare's own ranges
 */
export function mask(text: string, ranges: readonly string[]): string {
  return replaceAll(
    text,
    privately(ranges),
    (kind) => `[${kind}]`,
    () => false,
  );
}

/** Characters that are looked at in one step, and those that a line may have beyond them. */
const STEP = 32_768;
const LONGEST_LINE = 16_384;
const NEWLINE = 10;

/** Where a step ends: after a line, or in a line that is too long. */
function stepEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start + STEP);
  const most = start + STEP + LONGEST_LINE;
  return end < 0 || end > most ? Math.min(most, text.length) : end + 1;
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === NEWLINE) count++;
  return count;
}

/** Counts the line breaks before places that come in order, each break once. */
function lineCounter(): (text: string, at: number) => number {
  let of = '';
  let to = 0;
  let count = 0;
  return (text, at) => {
    if (text !== of) [of, to, count] = [text, 0, 0];
    count += countBreaks(text, to, at);
    to = at;
    return count;
  };
}

/**
 * Looks for personal data in the whole of a text.
 * @returns a generator that ends with the kinds, each with the first lines that hold it; its steps are short
 */
export function* findPersonal(text: string, ranges: readonly string[]): Generator<undefined, Personal[]> {
  const isPrivate = privately(ranges);
  const found = new Map<PersonalKind, number[]>();
  const enough = (kind: PersonalKind): boolean => (found.get(kind)?.length ?? 0) >= LINES_KEPT;
  // Line breaks are counted only as far as something was found.
  const breaksTo = lineCounter();
  for (let start = 0; start < text.length;) {
    const end = stepEnd(text, start);
    const breaksIn = lineCounter();
    replaceAll(
      text.slice(start, end),
      isPrivate,
      (kind, offset, whole) => {
        const replaced = `[${kind}]`;
        if (enough(kind)) return replaced;
        const line = breaksTo(text, start) + breaksIn(whole, offset) + 1;
        const lines = found.get(kind);
        if (lines === undefined) found.set(kind, [line]);
        else if (!lines.includes(line)) lines.push(line);
        return replaced;
      },
      enough,
    );
    start = end;
    yield undefined;
  }
  const all = [...found].map(([kind, lines]) => ({ kind, lines: lines.sort((a, b) => a - b) }));
  return all.sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0));
}
