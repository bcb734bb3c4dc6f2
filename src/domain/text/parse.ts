/**
 * The small inline format of the content, the same in YAML and in MDX:
 * `code`, **strong**, _emphasis_, [text](kind:id), [^source], {value}, {'literal'}.
 * It is parsed to tokens and never to HTML, so no text can become markup.
 */
export type Token =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'strong'; readonly text: string }
  | { readonly type: 'em'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly to: string }
  | { readonly type: 'cite'; readonly id: string }
  | { readonly type: 'value'; readonly id: string }
  | { readonly type: 'literal'; readonly text: string };

const INLINE =
  /`([^`]+)`|\*\*([^*]+)\*\*|(?<![\w/])_([^_\s](?:[^_]*[^_\s])?)_(?![\w/])|\[\^([a-z0-9-]+)\]|\[([^\][]+)\]\(([^()\s]+)\)|\{'([^'}]*)'\}|\{([a-z][a-z0-9-]*(?:@[\d-]+)?)\}/g;

function toToken(match: RegExpExecArray): Token {
  const [, code, strong, em, cite, linkText, to, literal, value] = match;
  if (code !== undefined) return { type: 'code', text: code };
  if (strong !== undefined) return { type: 'strong', text: strong };
  if (em !== undefined) return { type: 'em', text: em };
  if (cite !== undefined) return { type: 'cite', id: cite };
  if (linkText !== undefined && to !== undefined) return { type: 'link', text: linkText, to };
  if (literal !== undefined) return { type: 'literal', text: literal };
  return { type: 'value', id: value ?? '' };
}

/** Splits inline text into tokens. Anything that is not in the format stays text. */
export function parseText(source: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of source.matchAll(INLINE)) {
    if (match.index > end) tokens.push({ type: 'text', text: source.slice(end, match.index) });
    tokens.push(toToken(match));
    end = match.index + match[0].length;
  }
  if (end < source.length) tokens.push({ type: 'text', text: source.slice(end) });
  return tokens;
}

/** The text without its [^source] marks and the space before each. Linear in its length. */
export function withoutCites(source: string): string {
  return source.replace(/(?<!\s)\s*\[\^[a-z0-9-]+\]/g, '');
}

/**
 * The text as a reader sees it, without marks and citations.
 * @param resolve gives the words for a {value}; unknown values stay as written
 */
export function plainText(source: string, resolve: (id: string) => string | undefined = () => undefined): string {
  return parseText(withoutCites(source))
    .map((token) => {
      if (token.type === 'cite') return '';
      if (token.type === 'value') return resolve(token.id) ?? `{${token.id}}`;
      return token.text;
    })
    .join('')
    .replace(/\s{2,}/g, ' ')
    .trim();
}

/** Claims that rest on no published source say which kind they are. */
export const MARKERS = {
  inference: 'our inference',
  unverified: 'unverified',
  experience: 'community experience, no public address to cite',
  lab: 'our lab',
} as const;
export type Marker = keyof typeof MARKERS;

export function isMarker(id: string): id is Marker {
  return Object.hasOwn(MARKERS, id);
}
