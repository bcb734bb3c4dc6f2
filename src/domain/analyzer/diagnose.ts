/** The JSON form of a report of diagnose.sh, as far as it is read. */
interface Report {
  readonly at?: unknown;
  readonly host?: unknown;
  readonly outside?: unknown;
  readonly symptoms?: unknown;
}

const NAME = '"52x-diagnose"';
/** A report is far shorter; more is not looked at. In characters. */
const LONGEST = 262_144;

/** The end of the object that begins at a place; undefined when it does not end. */
function endOfObject(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let i = start; i < Math.min(text.length, start + LONGEST); i++) {
    const character = text[i];
    if (quoted) {
      if (character === '\\') i++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return i + 1;
  }
  return undefined;
}

function parse(json: string): Report | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads the JSON form of a report of diagnose.sh into lines of its text form, which the patterns read.
 * @returns the lines, with the line of the text on which the report begins; undefined when there is none
 */
export function reportLines(text: string): { readonly lines: readonly string[]; readonly line: number } | undefined {
  const name = text.indexOf(NAME);
  const start = name < 0 ? -1 : text.lastIndexOf('{', name);
  const end = start < 0 ? undefined : endOfObject(text, start);
  const report = end === undefined ? undefined : parse(text.slice(start, end));
  if (report === undefined) return undefined;
  const one = (value: unknown): string => (typeof value === 'string' ? value.replace(/\s+/g, ' ').slice(0, 500) : '');
  const symptoms: readonly unknown[] = Array.isArray(report.symptoms) ? report.symptoms.slice(0, 100) : [];
  return {
    line: text.slice(0, start).split('\n').length,
    lines: [
      `52x-diagnose 1 ${one(report.at)}`,
      ...symptoms.map((symptom) => {
        const { id, evidence } = (symptom ?? {}) as { id?: unknown; evidence?: unknown };
        return `symptom ${one(id)}: ${one(evidence) || 'reported'}`;
      }),
      ...(report.outside === true ? ['outside this host: nothing on the host explains the error'] : []),
    ],
  };
}
