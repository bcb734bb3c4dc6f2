import { plainText } from '../text/parse.ts';
import { oneLine, type ReportFields, tidy, utc } from './fields.ts';
import { subject } from './words.ts';

/** What a report for a host or a ticket is made from. */
export interface ReportInput {
  /** Where the walk ended. */
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

export type ReportFormat = 'text' | 'markdown';

const CAUSES_SHOWN = 3;

/** Escapes all that Markdown reads as a mark, also where it counts at the start of a line only. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~&$]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
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
    `${md ? '# ' : ''}${subject(input.codes, escaped(tidy(hostname)))}`,
    ...(md ? [''] : []),
    words(input.title),
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
