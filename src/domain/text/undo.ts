/**
 * Parts a command from the comment at its end that says how to undo it.
 * @param run as published; the comment begins with "# undo" and goes on to the end, in comment lines only
 */
export function splitUndo(run: string): { readonly run: string; readonly undo: string | undefined } {
  const lines = run.split('\n');
  const start = lines.findLastIndex((line) => /^# undo\b/.test(line));
  const end = lines.slice(start);
  if (start < 1 || !end.every((line) => line.startsWith('#'))) return { run, undo: undefined };
  const words = end.map((line) => line.replace(/^#\s*/, '')).join(' ');
  return { run: lines.slice(0, start).join('\n').trimEnd(), undo: words.replace(/^undo[:,]?\s*/, '') };
}
