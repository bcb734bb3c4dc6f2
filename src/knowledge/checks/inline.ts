import { parseText, type Token } from '../../domain/text/parse.ts';

/** Stands in for each character of code, so that offsets hold and no pattern matches there. */
export const FILLER = '\uFFFC';

const FENCE = /^[ \t]*(`{3,}|~{3,})[^\n]*(?:\n[\s\S]*?(?:^[ \t]*\1[`~]*[ \t]*$|(?![\s\S]))|(?![\s\S]))/gm;
const CODE = /(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])*?(?<!`)\1(?!`)/g;

/** Puts fillers in place of each match, and keeps line ends. */
export function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => match.replace(/[^\n]/g, FILLER));
}

/** The text with code spans and fenced blocks blanked; every other character keeps its place. */
export function withoutCode(text: string): string {
  return text.includes('`') || text.includes('~~~') ? blank(blank(text, FENCE), CODE) : text;
}

/** A fenced block of a body. */
export interface Fence {
  /** Where its code begins in the body. */
  readonly offset: number;
  readonly code: string;
  /** Language; empty when none is named. */
  readonly lang: string;
  /** What stands after the language, such as where="…". */
  readonly meta: Readonly<Record<string, string>>;
}

/** The fenced blocks of a body. */
export function* fencesIn(body: string): Generator<Fence> {
  for (const match of body.matchAll(FENCE)) {
    const [head = '', ...lines] = match[0].split('\n');
    const meta = Object.fromEntries(
      [...head.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    );
    const lang = /^[ \t]*[`~]+(\w*)/.exec(head)?.[1] ?? '';
    yield { offset: match.index + head.length + 1, code: lines.slice(0, -1).join('\n'), lang, meta };
  }
}

/** A token exactly as it was written. */
export function sourceOf(token: Token): string {
  switch (token.type) {
    case 'text':
      return token.text;
    case 'code':
      return `\`${token.text}\``;
    case 'strong':
      return `**${token.text}**`;
    case 'em':
      return `_${token.text}_`;
    case 'link':
      return `[${token.text}](${token.to})`;
    case 'cite':
      return `[^${token.id}]`;
    case 'value':
      return `{${token.id}}`;
    case 'literal':
      return `{'${token.text}'}`;
  }
}

export interface Placed {
  readonly token: Token;
  /** Where the token begins in the text. */
  readonly offset: number;
}

const OPENING: Readonly<Partial<Record<Token['type'], number>>> = { strong: 2, em: 1, link: 1 };

/** The tokens of a text with their places, and those inside strong, emphasised and linked words. */
export function* placedTokens(text: string, start = 0): Generator<Placed> {
  let offset = start;
  for (const token of parseText(text)) {
    yield { token, offset };
    const opening = OPENING[token.type];
    if (opening !== undefined && 'text' in token) yield* placedTokens(token.text, offset + opening);
    offset += sourceOf(token).length;
  }
}
