import { compile, type Reader } from '../../domain/analyzer/compile.ts';
import type { PatternBook } from '../../domain/analyzer/pattern.ts';
import type { Graph } from '../../domain/troubleshooter/graph.ts';
import { fetchJson } from '../shared/fetch-json.ts';

/** What the analyzer knows, once it has been fetched. */
export interface Knowledge {
  readonly reader: Reader;
  readonly book: PatternBook;
  readonly graph: Graph;
}

/** Where the analyzer finds its data, as the page says it. */
export interface AnalyzerPlace {
  readonly patterns: string;
  readonly graph: string;
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
}

export function readPlace(root: HTMLElement): AnalyzerPlace {
  const { patterns = '', graph = '', base = '/' } = root.dataset;
  return { patterns, graph, base };
}

let coming: Promise<Knowledge> | undefined;

/** Fetches patterns and graph once; an attempt that fails, or brings something else, may be repeated. */
export function loadKnowledge(place: AnalyzerPlace): Promise<Knowledge> {
  coming ??= Promise.all([fetchJson<PatternBook>(place.patterns), fetchJson<Graph>(place.graph)])
    .then(([book, graph]) => ({ book, graph, reader: compile(book) }))
    .catch((error: unknown) => {
      coming = undefined;
      throw error;
    });
  return coming;
}
