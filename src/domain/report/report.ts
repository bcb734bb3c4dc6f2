import { plainText } from '../text/parse.ts';

/** What a report for a host or a ticket is made from. */
export interface ReportInput {
  readonly title: string;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  readonly causes: readonly {
    readonly title: string;
    readonly reasons: readonly string[];
    readonly confirm: string;
    readonly path: string;
  }[];
  /** The moment the report is written. */
  readonly now: Date;
  /** Given by the reader, or empty. */
  readonly rayId: string;
  /** Address of the site's root, to make links whole; empty for paths only. */
  readonly origin: string;
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

/**
 * The report as text or Markdown: every answer, the first causes with their reasons, the time in UTC.
 * Nothing in it comes from anywhere but the reader's answers and this site.
 */
export function report(input: ReportInput, format: ReportFormat): string {
  const md = format === 'markdown';
  const escaped = (text: string): string => (md ? escapeMarkdown(text) : text);
  const words = (text: string): string => escaped(oneLine(plainText(text)));
  const heading = (text: string): string => (md ? `## ${text}` : text.toUpperCase());
  const utc = `${input.now.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const ray = tidy(input.rayId);
  const lines = [
    md ? `# ${words(input.title)}` : words(input.title),
    '',
    `Written ${utc} with the 52x Field Guide (independent of Cloudflare).`,
    ...(ray === '' ? [] : [`Cloudflare Ray ID: ${escaped(ray)}`]),
    '',
    heading('Answers'),
    ...input.answers.map((entry) => `- ${words(entry.question)}: ${words(entry.answer)}`),
    '',
    heading('Likely causes, in order'),
  ];
  for (const [index, cause] of input.causes.slice(0, CAUSES_SHOWN).entries()) {
    lines.push(`${String(index + 1)}. ${words(cause.title)}`);
    for (const reason of cause.reasons) lines.push(`   - ${words(reason)}`);
    lines.push(`   - To confirm: ${words(cause.confirm)}`, `   - ${input.origin}${cause.path}`);
  }
  lines.push(
    '',
    heading('Please check'),
    '- Are all Cloudflare IPv4 and IPv6 ranges allowed and not rate limited, in the server firewall and in every filter before it?',
    '- Does the server’s log hold anything at the time above?',
  );
  return `${lines.join('\n')}\n`;
}
