import { plainText } from '../text/parse.ts';
import { lineTexts } from './lines.ts';
import { mask } from './personal.ts';
import { type Analysis, type Edge, LINE_LIMIT, type ReadError } from './model.ts';

/** What the words need to know. */
export interface SummaryWords {
  /** Cloudflare's ranges, which are not masked. */
  readonly ranges: readonly string[];
  readonly statement: (symptom: string) => string;
  readonly cause: (id: string) => string;
}

const MAKER: Readonly<Record<Edge, string>> = {
  made: 'made by Cloudflare',
  relayed: 'relayed by Cloudflare',
  absent: 'without Cloudflare',
  unclear: 'maker unclear',
};
/** Lines of the paste that are quoted for each error or finding. */
const QUOTED = 2;
const QUOTE_WIDTH = 200;

function errorRows(error: ReadError): string[] {
  const { code, vendor, edge, because, rayId, colo, when, host, elapsedSeconds } = error;
  const facts = [
    rayId === null ? '' : `Ray ID ${rayId}${colo === null ? '' : `, edge ${colo}`}`,
    when === null ? '' : `at ${when}`,
    host === null ? '' : `host ${host}`,
    elapsedSeconds === null ? '' : `after ${String(elapsedSeconds)} s`,
  ].filter((fact) => fact !== '');
  const name = code === null ? `Error page of ${vendor ?? 'another product'}` : `Error ${code}`;
  return [`- ${name}, ${MAKER[edge]}. ${because}`, ...(facts.length > 0 ? [`  ${facts.join('; ')}`] : [])];
}

/**
 * The result as Markdown for a ticket. It quotes few lines, and masks what is personal in them.
 * @param text the paste
 */
export function summary(text: string, analysis: Analysis, words: SummaryWords): string {
  const { errors, findings, rulesOut, unread } = analysis;
  const quoted = [...errors, ...findings].flatMap(({ lines }) => lines.slice(0, QUOTED));
  const texts = lineTexts(text, quoted);
  // Masked before it is cut: half of an address or a token would not be recognised.
  const quoteOf = (line: string): string => mask(line.trim().slice(0, LINE_LIMIT), words.ranges).slice(0, QUOTE_WIDTH);
  const quote = (lines: readonly number[]): string[] =>
    lines.slice(0, QUOTED).map((line) => `  line ${String(line)}: ${quoteOf(texts.get(line) ?? '')}`);
  const part = (title: string, rows: readonly string[]): string[] => (rows.length === 0 ? [] : ['', title, ...rows]);
  const rows = [
    'Read from a paste by the 52x Field Guide',
    ...part(
      'Errors',
      errors.flatMap((error) => [...errorRows(error), ...quote(error.lines)]),
    ),
    ...part(
      'What it shows',
      findings.flatMap(({ symptom, says, lines }) => [
        `- ${plainText(words.statement(symptom))} ${says}`,
        ...quote(lines),
      ]),
    ),
    ...part(
      'Ruled out',
      rulesOut.map(({ cause }) => `- ${plainText(words.cause(cause))}`),
    ),
    ...part(
      'Not read',
      unread.map(({ why }) => `- ${why}`),
    ),
  ];
  return mask(rows.join('\n'), words.ranges);
}
