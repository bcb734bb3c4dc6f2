import type { Graph } from '../../domain/troubleshooter/graph.ts';
import type { Replay } from '../../domain/troubleshooter/replay.ts';

/** What a reader must be told about answers that were left out. */
export function noticesFor(graph: Graph, result: Replay, damaged: boolean, arrivedAt: string | undefined): string[] {
  const notices: string[] = [];
  const names = (reason: string): string[] =>
    result.dropped
      .filter((entry) => entry.reason === reason)
      .map(({ answer }) => graph.questions[answer.question]?.trail ?? 'a question that no longer exists');
  const unknown = names('unknown');
  const unreachable = names('unreachable');
  if (unknown.length > 0)
    notices.push(
      `The address held an answer that no longer exists (${unknown.join(', ')}). It was left out; the others count.`,
    );
  if (unreachable.length > 0)
    notices.push(`After this change these answers no longer apply and were dropped: ${unreachable.join(', ')}.`);
  if (damaged) notices.push('Part of the address could not be read as answers and was left out.');
  if (arrivedAt !== undefined && arrivedAt !== result.current && unknown.length === 0) {
    notices.push('The address did not fit its answers. Shown is where the answers lead.');
  }
  return notices;
}
