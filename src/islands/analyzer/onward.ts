import { toWalk } from '../../domain/analyzer/start.ts';
import type { Analysis } from '../../domain/analyzer/model.ts';
import { nodeUrl } from '../../domain/troubleshooter/address.ts';
import type { Graph } from '../../domain/troubleshooter/graph.ts';
import { NO_MARKS } from '../../domain/troubleshooter/marks.ts';
import { replay } from '../../domain/troubleshooter/replay.ts';

export interface Onward {
  readonly address: string;
  readonly words: string;
}

/**
 * The way on into the troubleshooter with what the text shows; undefined when it shows nothing that a question asks for.
 * @param direct the reader says that the request went straight to the server
 */
export function onward(analysis: Analysis, graph: Graph, direct: boolean, base: string): Onward | undefined {
  const walk = toWalk(analysis, graph, direct);
  const known = walk.answers.length + walk.seen.length;
  if (known === 0) return undefined;
  const there = replay(graph, walk);
  const question = graph.questions[there.current];
  const taken = `${known === 1 ? 'One finding is' : `${String(known)} findings are`} filled in as answers.`;
  return {
    address: nodeUrl(base, there.current, walk, NO_MARKS),
    words:
      question === undefined
        ? `${taken} They lead to a list of causes.`
        : `${taken} The next question: ${question.trail}`,
  };
}
