import { render } from 'preact';
import type { Details, Graph } from '../../domain/troubleshooter/graph.ts';
import { replay } from '../../domain/troubleshooter/replay.ts';
import { standing } from '../../domain/troubleshooter/standing.ts';
import { App, type Start } from './App.tsx';
import { fetchJson } from '../shared/fetch-json.ts';
import { fetchRepair, loadHelp } from './load.ts';
import { readPlace } from './place.ts';

const NO_DETAILS: Details = { checks: {}, causes: {}, statements: {} };

/** What an end tells at once: drawing it twice would make it jump. */
async function first(graph: Graph, coming: Promise<Details>, pattern: string): Promise<Start> {
  const { walk, marks, at } = readPlace(graph);
  const { current, atEnd, evidence } = replay(graph, walk, at);
  const now = atEnd ? standing(graph, current, evidence, marks.tried).now?.id : undefined;
  if (!atEnd) return { details: undefined, repairs: {}, help: undefined };
  const [details, repair, help] = await Promise.all([
    coming,
    now === undefined ? undefined : fetchRepair(pattern, now),
    loadHelp(),
  ]);
  return { details, repairs: now === undefined || repair === undefined ? {} : { [now]: repair }, help };
}

/** Brings a static troubleshooter page to life. The static page stays as it is when the graph cannot be loaded. */
export async function mount(root: HTMLElement): Promise<void> {
  const { graph: address = '', details = '', repairs = '', base = '/' } = root.dataset;
  try {
    // Without them the links to the pages of causes and checks remain.
    const coming = fetchJson<Details>(details).catch(() => NO_DETAILS);
    const graph = await fetchJson<Graph>(address);
    const start = await first(graph, coming, repairs);
    // Drawn apart first: should that fail, the static page and its links are still there.
    const live = document.createElement('div');
    render(<App graph={graph} base={base} coming={coming} start={start} pattern={repairs} />, live);
    root.replaceChildren(live);
    root.dataset.live = 'true';
  } catch (error) {
    const note = document.createElement('p');
    note.className = 'note';
    note.setAttribute('role', 'status');
    note.textContent = `The interactive part could not be loaded (${error instanceof Error ? error.message : 'unknown reason'}). The links below work without it; your answers are then not kept.`;
    root.prepend(note);
  }
}
