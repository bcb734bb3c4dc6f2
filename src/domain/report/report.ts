import { plainText } from '../text/parse.ts';

/** What a report for a host or a ticket is made from. */
export interface ReportInput {
  readonly title: string;
  /** Codes that were seen, such as "522". */
  readonly codes: readonly string[];
  /** Typed by the reader; each may be missing. */
  readonly fields: ReportFields;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  /** Questions that the reader could not check. */
  readonly unchecked: readonly string[];
  /** Causes whose repair did not help. */
  readonly tried: readonly string[];
  /** The cause whose repair ended the error. */
  readonly fixed?: string | undefined;
  readonly causes: readonly {
    readonly title: string;
    readonly reasons: readonly string[];
    readonly confirm: string;
    readonly path: string;
  }[];
  /** What the receiver is asked to look at. */
  readonly asks: readonly string[];
  /** The moment the report is written. */
  readonly now: Date;
  /** Address of the site's root, to make links whole; empty for paths only. */
  readonly origin: string;
}

/** What only the reader knows. It goes into the report and nowhere else. */
export interface ReportFields {
  readonly hostname: string;
  readonly rayId: string;
  readonly first: Date | undefined;
  readonly last: Date | undefined;
}

export type ReportFormat = 'text' | 'markdown';

const CAUSES_SHOWN = 3;

/** Control and format characters, such as line ends and those that turn the direction of writing. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]+/gu;

function oneLine(text: string): string {
  return text.replace(INVISIBLE, ' ').replace(/ {2,}/g, ' ').trim();
}

/** Reduces what a reader typed to one line without control characters, 100 characters at most. */
export function tidy(input: string): string {
  return Array.from(oneLine(input)).slice(0, 100).join('').trim();
}

/** Escapes all that Markdown reads as a mark, also where it counts at the start of a line only. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~&$]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** A moment in UTC, to the minute; empty for no moment and for one that is no date. */
function utc(moment: Date | undefined): string {
  if (moment === undefined || Number.isNaN(moment.getTime())) return '';
  return `${moment.toISOString().slice(0, -8).replace('T', ' ')} UTC`;
}

/**
 * The report as text or Markdown: every answer and what was not checked, the first causes with their reasons,
 * times in UTC. Nothing in it comes from anywhere but the reader and this site.
 */
export function report(input: ReportInput, format: ReportFormat): string {
  const md = format === 'markdown';
  const escaped = (text: string): string => (md ? escapeMarkdown(text) : text);
  const words = (text: string): string => escaped(oneLine(plainText(text)));
  const list = (heading: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : ['', md ? `## ${heading}` : heading.toUpperCase(), ...items.map((item) => `- ${item}`)];
  const { hostname, rayId, first, last } = input.fields;
  const facts = [
    ['Code', input.codes.join(', ')],
    ['Hostname', escaped(tidy(hostname))],
    ['Cloudflare Ray ID', escaped(tidy(rayId))],
    ['First seen', utc(first)],
    ['Last seen', utc(last)],
    ['Ended by repairing', words(input.fixed ?? '')],
  ].filter(([, value]) => value !== '');
  const causes = input.causes
    .slice(0, CAUSES_SHOWN)
    .flatMap((cause, index) => [
      `${String(index + 1)}. ${words(cause.title)}`,
      ...cause.reasons.map((reason) => `   - ${words(reason)}`),
      `   - To confirm: ${words(cause.confirm)}`,
      `   - ${input.origin}${cause.path}`,
    ]);
  const lines = [
    md ? `# ${words(input.title)}` : words(input.title),
    '',
    `Written ${utc(input.now)} with the 52x Field Guide (independent of Cloudflare).`,
    ...(md && facts.length > 0 ? [''] : []),
    ...facts.map(([name, value]) => `${md ? '- ' : ''}${name ?? ''}: ${value ?? ''}`),
    ...list(
      'Answers',
      input.answers.map(({ question, answer }) => `${words(question)}: ${words(answer)}`),
    ),
    ...list('Not checked', input.unchecked.map(words)),
    ...list('Tried without success', input.tried.map(words)),
    '',
    md ? '## Likely causes, in order' : 'LIKELY CAUSES, IN ORDER',
    ...causes,
    ...list('Please check', input.asks.map(words)),
  ];
  return `${lines.join('\n')}\n`;
}
