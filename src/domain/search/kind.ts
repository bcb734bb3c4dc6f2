/** What somebody put into the one box: a code, words to search for, or something to analyse. */
export type InputKind = 'code' | 'words' | 'paste';

/** Longer than this nobody types in a search; it was pasted, and may hold more than the reader wants in an address. */
const TYPED = 120;

const CODE =
  /^[\s#"'(]*(?:(?:cloudflare|cf|https?(?:\/\d(?:\.\d)?)?|errors?|err|status|code|page|nr|no|number)[\s_:=#.-]*){0,6}\d{3,4}[\s.!?"')]*$/i;

/** Shapes of one line that no search is asked for. Each is anchored or bounded by TYPED, and has no nested quantifiers. */
const SHAPES: readonly RegExp[] = [
  // JSON
  /^\s*[[{]\s*["'{[\]}]/,
  // markup
  /^\s*<(?:!doctype|html|head|body|div|p|h\d|title|meta|span|pre)\b/i,
  // a header, as it is received or as curl -v shows it
  /^\s*[<>*]?\s*(?:cf-[a-z-]+|server|date|content-[a-z]+|retry-after|set-cookie|location|via|x-[a-z-]+|alt-svc|report-to|nel): ?\S/i,
  // a line of curl -v
  /^\s*[<>*] \S/,
  // a status line with a reason or headers behind it
  /^\s*[<>]?\s*HTTP\/\d(?:\.\d)? \d{3} \S+ \S+/,
  // a line of a log: a date or a time first, or an address with the time in brackets
  /^\s*\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d/,
  /^\s*[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S/,
  /^\s*[\d.:a-f]{3,45} \S+ \S+ \[\d/,
  // an error page of Cloudflare’s on one line: what stands on it beside the words that people search for
  /^\s*\S{4,253} \| 5\d\d: /,
  /\bray\s+id:?\s+[0-9a-f]{6}/i,
  /\berror\s+code\s+\d{3,4}\s+(?:visit\s|20\d\d-|you\s+browser|browser\s+working|what\s+happened\?|cloudflare\s+ray)/i,
];

/**
 * Tells what was put into the box. Total, and linear in the length of the text.
 * @param text as typed or pasted, with its line breaks
 */
export function inputKind(text: string): InputKind {
  const start = text.slice(0, TYPED + 1);
  const long = start.length > TYPED || /\S\s*[\r\n]\s*\S/.test(start);
  if (long || SHAPES.some((shape) => shape.test(start))) return 'paste';
  return CODE.test(start) ? 'code' : 'words';
}
