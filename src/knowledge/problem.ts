/** One mistake in the content, told so that its author can find and mend it. */
export interface Problem {
  /** Path from the project's root. */
  readonly file: string;
  /** Line in that file, from 1. */
  readonly line: number;
  /** Field, as a path such as `fix.short.0.do`; empty for the file as a whole. */
  readonly field: string;
  /** What was expected, and what was found. */
  readonly expected: string;
  /** How to mend it. */
  readonly remedy: string;
  /** A warning is printed and does not fail the build. */
  readonly severity: 'error' | 'warning';
}

/** One line for a terminal: `file:line field: expected. Remedy.` */
export function formatProblem(problem: Problem): string {
  const { file, line, field, expected, remedy, severity } = problem;
  const where = field === '' ? '' : ` ${field}:`;
  return `${severity}: ${file}:${String(line)}${where} ${expected}. To mend it: ${remedy}.`;
}
