import type { CheckedInput, Family } from './model.ts';

/** One line for each range of a family, or a literal line. A file and the shell that rewrites it come from one template. */
export type Template = readonly (string | { readonly each: Family; readonly before: string; readonly after: string })[];

/** Quotes a text for a POSIX shell. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The file as text. */
export function renderTemplate(template: Template, input: CheckedInput): string {
  const lines = template.flatMap((part) =>
    typeof part === 'string' ? [part] : input[part.each].map((range) => `${part.before}${range}${part.after}`),
  );
  return `${lines.join('\n')}\n`;
}

/** POSIX shell that prints the same file from two lists, whose paths are in $1 (IPv4) and $2 (IPv6). */
export function shellTemplate(template: Template): string[] {
  return template.map((part) => {
    if (typeof part === 'string') return `printf '%s\\n' ${shellQuote(part)}`;
    const list = part.each === 'ipv4' ? '"$1"' : '"$2"';
    return `while read -r range; do printf '%s%s%s\\n' ${shellQuote(part.before)} "$range" ${shellQuote(part.after)}; done <${list}`;
  });
}
