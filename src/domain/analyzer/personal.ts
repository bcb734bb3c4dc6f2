import type { Personal, PersonalKind } from './model.ts';
import { holder } from './ranges.ts';

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

/** Addresses that belong to nobody: this machine itself. */
const NOBODY = ['127.0.0.0/8', '0.0.0.0/32', '::1/128', '::/128'];
const ANY = ['0.0.0.0/0', '::/0'];

/** Goes over all personal data in a text and replaces each. */
function replaceAll(
  text: string,
  ranges: readonly string[],
  by: (kind: PersonalKind, found: string, offset: number) => string,
): string {
  const kept = holder([...ranges, ...NOBODY]);
  const valid = holder(ANY);
  let result = text;
  for (const { kind, form } of FORMS) {
    result = result.replace(
      form,
      (found: string, before: string, offset: number) => `${before}${by(kind, found, offset)}`,
    );
  }
  for (const form of [IPV4, IPV6]) {
    result = result.replace(form, (found, offset: number) =>
      valid(found) && !kept(found) ? by('address', found, offset) : found,
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
  return replaceAll(text, ranges, (kind) => `[${kind}]`);
}

/** Characters in which personal data is looked for to be told of; masking has no such limit. */
const LOOKED_AT = 65_536;

/** The kinds of personal data in the beginning of a text, each with the first lines that hold it. */
export function findPersonal(text: string, ranges: readonly string[]): Personal[] {
  const found = new Map<PersonalKind, number[]>();
  for (const [index, line] of text.slice(0, LOOKED_AT).split('\n').entries()) {
    replaceAll(line, ranges, (kind) => {
      const lines = found.get(kind);
      if (lines === undefined) found.set(kind, [index + 1]);
      else if (lines.length < 20 && lines.at(-1) !== index + 1) lines.push(index + 1);
      return `[${kind}]`;
    });
  }
  return [...found].map(([kind, lines]) => ({ kind, lines }));
}
