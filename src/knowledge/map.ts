import { graphlib, layout, type EdgeLabel, type GraphLabel, type NodeLabel, type Point } from '@dagrejs/dagre';
import { plainText } from '../domain/text/parse.ts';
import { type Graph, lookup, nextOf, type Question } from '../domain/troubleshooter/graph.ts';

/** A question or an end as the map names it. */
export interface Stop {
  readonly id: string;
  readonly kind: 'Question' | 'End';
  readonly title: string;
}

/** A stop with its place on the drawing: its upper left corner and its size, in pixels. */
export interface Placed extends Stop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly stops: readonly Placed[];
  /** Ways as the d of an SVG path; `spare` where only "none of these" or "I can't check this" leads along it. */
  readonly ways: readonly { readonly d: string; readonly spare: boolean }[];
}

interface Entry {
  readonly question: Stop;
  readonly answers: readonly { readonly label: string; readonly to: Stop }[];
}

/** Sizes in pixels. The widest line fits in a sans-serif that is not condensed, too. */
const BOX = { width: 208, line: 18, head: 32, foot: 10 };
const LONGEST_LINE = 24;
/** Aligned so that the first question stands in the upper left corner, where a scrolled region begins. */
const SPACING = { rankdir: 'LR', align: 'UL', nodesep: 10, edgesep: 6, ranksep: 96, marginx: 6, marginy: 6 } as const;

function stop(graph: Graph, id: string): Stop {
  const question = lookup(graph.questions, id);
  if (question !== undefined) return { id, kind: 'Question', title: plainText(question.ask) };
  return { id, kind: 'End', title: plainText(lookup(graph.ends, id)?.title ?? id) };
}

function wrap(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const longer = [...lines.slice(-1), word].join(' ');
    if (lines.length > 0 && longer.length <= LONGEST_LINE) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}

const spot = ({ x, y }: Point): string => `${String(Math.round(x))} ${String(Math.round(y))}`;

/**
 * A way from the right side of one box to the left side of another. It runs level through every column between
 * them, in the lane that the layout kept free there, and changes its height in the gaps only.
 */
function wayPath(from: Point, lanes: readonly Point[], to: Point): string {
  const half = BOX.width / 2;
  let { x, y } = { x: from.x + half, y: from.y };
  let d = `M${spot({ x, y })}`;
  for (const next of [...lanes, to]) {
    const left = next.x - half;
    const bend = (x + left) / 2;
    d += `C${spot({ x: bend, y })} ${spot({ x: bend, y: next.y })} ${spot({ x: left, y: next.y })}`;
    if (next !== to) d += `h${String(BOX.width)}`;
    ({ x, y } = { x: next.x + half, y: next.y });
  }
  return d;
}

function leadsByAnswer(question: Question | undefined, to: string): boolean {
  return question?.answers.some((answer) => answer.next === to) === true;
}

/** The whole troubleshooter, laid out from the first question on the left to the ends on the right. */
export function drawMap(graph: Graph): Drawing {
  const plan = new graphlib.Graph<GraphLabel, NodeLabel, EdgeLabel>();
  plan.setGraph({ ...SPACING });
  const wrapped = [...Object.keys(graph.questions), ...Object.keys(graph.ends)].map((id) => {
    const named = stop(graph, id);
    const lines = wrap(named.title);
    const size = { width: BOX.width, height: BOX.head + BOX.line * lines.length + BOX.foot };
    plan.setNode(id, { ...size });
    return { ...named, ...size, lines };
  });
  for (const [id, question] of Object.entries(graph.questions))
    for (const to of nextOf(question)) plan.setEdge(id, to, {});
  layout(plan);
  const { width = 0, height = 0 } = plan.graph();
  const middle = (id: string): Point => ({ x: plan.node(id).x ?? 0, y: plan.node(id).y ?? 0 });
  const columns = new Set(plan.nodes().map((id) => middle(id).x));
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    // Column by column, so that the focus moves as the eye does.
    stops: wrapped
      .map((box) => {
        const { x, y } = middle(box.id);
        return { ...box, x: Math.round(x - box.width / 2), y: Math.round(y - box.height / 2) };
      })
      .sort((a, b) => a.x - b.x || a.y - b.y),
    ways: plan.edges().map((edge) => {
      // Points between two columns only shape the layout's own line.
      const lanes = (plan.edge(edge).points ?? []).slice(1, -1).filter(({ x }) => columns.has(x));
      const spare = !leadsByAnswer(lookup(graph.questions, edge.v), edge.w);
      return { d: wayPath(middle(edge.v), lanes, middle(edge.w)), spare };
    }),
  };
}

/** The same in words: every question, those nearest to the first one first, with all its answers. */
export function outlineMap(graph: Graph): Entry[] {
  const order = new Set([graph.start]);
  // A set hands out what is added while it is walked, so this goes through the graph level by level.
  for (const id of order) {
    const question = lookup(graph.questions, id);
    for (const next of question === undefined ? [] : nextOf(question)) order.add(next);
  }
  return [...order].flatMap((id) => {
    const question = lookup(graph.questions, id);
    if (question === undefined) return [];
    const answers = question.answers.map(({ symptom, next }) => ({
      label: plainText(lookup(graph.symptoms, symptom)?.label ?? symptom),
      to: stop(graph, next),
    }));
    const rest = [
      { label: 'None of these', to: stop(graph, question.none) },
      { label: 'I can’t check this', to: stop(graph, question.unsure) },
    ];
    return [{ question: stop(graph, id), answers: [...answers, ...rest] }];
  });
}
