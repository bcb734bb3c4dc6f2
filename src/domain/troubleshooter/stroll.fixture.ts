import fc from 'fast-check';
import { expect } from 'vitest';
import { lookup, type Graph } from './graph.ts';
import { valuesOf } from './explore.ts';
import { answer, replay, type Replay, takeBack, walkOf } from './replay.ts';
import { decodeWalk, EMPTY_WALK, encodeWalk, type Walk } from './walk.ts';

/** What a reader does next: for tests. */
export type Move =
  | { readonly do: 'answer' | 'change'; readonly pick: number }
  | { readonly do: 'back' | 'reload' }
  | { readonly do: 'tamper'; readonly at: string; readonly query: string };

interface Address {
  readonly at: string | undefined;
  readonly query: string;
}

/** Rows of moves; what is tampered with is made of the graph's ids and of junk. */
export function movesOf(graph: Graph): fc.Arbitrary<Move[]> {
  const junk = ['constructor', '__proto__', 'tostring', 'none', 'unsure', 'seen', '', '%', '<b>'];
  const id = fc.constantFrom(
    ...Object.keys(graph.questions),
    ...Object.keys(graph.symptoms),
    ...Object.keys(graph.ends),
    ...junk,
  );
  const pair = fc.tuple(id, fc.array(id, { maxLength: 3 })).map(([key, values]) => `${key}=${values.join(',')}`);
  const query = fc.array(pair, { maxLength: 6 }).map((pairs) => pairs.join('&'));
  return fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.record({ do: fc.constant('answer' as const), pick: fc.nat(20) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('change' as const), pick: fc.nat(20) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('back' as const, 'reload' as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('tamper' as const), at: id, query }) },
    ),
    { maxLength: 25 },
  );
}

function told(result: Replay): object {
  return { current: result.current, steps: result.steps, held: result.held, evidence: result.evidence };
}

/** Does what the island does with each move, and expects of every place that it holds and can be reloaded. */
export function stroll(graph: Graph, moves: readonly Move[]): void {
  const history: Address[] = [{ at: undefined, query: '' }];
  let place: { walk: Walk; at: string | undefined } = { walk: EMPTY_WALK, at: undefined };
  const load = ({ at, query }: Address): void => {
    place = { walk: decodeWalk(query).walk, at };
  };
  const go = (walk: Walk, at: string | undefined): void => {
    const there = replay(graph, walk, at);
    history.push({ at: there.current, query: encodeWalk(walkOf(there, walk.seen)) });
    place = { walk, at };
  };
  for (const move of moves) {
    const before = replay(graph, place.walk, place.at);
    const walk = walkOf(before, place.walk.seen);
    const question = lookup(graph.questions, before.current);
    if (move.do === 'answer' && question !== undefined) {
      const values = valuesOf(question);
      go(answer(walk, before.current, values[move.pick % values.length] ?? 'unsure'), undefined);
    } else if (move.do === 'change' && before.steps.length > 0) {
      const { question: id } = before.steps[move.pick % before.steps.length] ?? { question: graph.start };
      go(takeBack(walk, id), id);
      expect(replay(graph, place.walk, place.at).current).toBe(id);
    } else if (move.do === 'back' && history.length > 1) {
      history.pop();
      load(history.at(-1) ?? { at: undefined, query: '' });
    } else if (move.do === 'tamper') {
      history.push({ at: move.at, query: move.query });
      load(move);
    }
    const after = replay(graph, place.walk, place.at);
    expect(Object.hasOwn({ ...graph.questions, ...graph.ends }, after.current)).toBe(true);
    expect(after.atEnd).toBe(Object.hasOwn(graph.ends, after.current));
    expect(new Set(after.steps.map((step) => step.question)).size).toBe(after.steps.length);
    const reloaded = replay(graph, decodeWalk(encodeWalk(walkOf(after, place.walk.seen))).walk, after.current);
    expect(told(reloaded)).toEqual(told(after));
    expect(reloaded.dropped).toEqual([]);
    if (move.do === 'reload') load({ at: after.current, query: encodeWalk(walkOf(after, place.walk.seen)) });
  }
}
