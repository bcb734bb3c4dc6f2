import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { nodeUrl } from '../../domain/troubleshooter/address.ts';
import type { Details, Graph } from '../../domain/troubleshooter/graph.ts';
import { answer, replay, takeBack, walkOf } from '../../domain/troubleshooter/replay.ts';
import { type AnswerValue, decodeWalk, type Walk } from '../../domain/troubleshooter/walk.ts';
import { ACCESS_LEVELS, type Access } from '../../domain/vocabulary.ts';
import { fetchJson } from '../shared/fetch-json.ts';
import { noticesFor } from './notices.ts';
import { Troubleshooter } from './Troubleshooter.tsx';

interface Place {
  readonly walk: Walk;
  /** Node that the address names. */
  readonly at: string | undefined;
  readonly damaged: boolean;
}

const ACCESS_KEY = 'access';

function readPlace(): Place {
  const { walk, damaged } = decodeWalk(location.search);
  const at = /\/troubleshoot\/([a-z0-9-]+)\/?$/.exec(location.pathname)?.[1];
  return { walk, at, damaged };
}

function storedAccess(): Access {
  try {
    const stored = sessionStorage.getItem(ACCESS_KEY);
    return ACCESS_LEVELS.find((level) => level === stored) ?? 'shell';
  } catch {
    return 'shell';
  }
}

function storeAccess(access: Access): void {
  try {
    sessionStorage.setItem(ACCESS_KEY, access);
  } catch {
    // Storage is blocked: the choice holds until the page is left.
  }
}

interface AppProps {
  readonly graph: Graph;
  readonly base: string;
  /** Texts of checks and causes, under way. */
  readonly coming: Promise<Details>;
  /** The same, where they are here already. */
  readonly first: Details | undefined;
}

function App({ graph, base, coming, first }: AppProps) {
  const [details, setDetails] = useState(first);
  const [place, setPlace] = useState(readPlace);
  const [access, setAccess] = useState(storedAccess);
  const moved = useRef(false);
  const result = replay(graph, place.walk, place.at);
  const walk = walkOf(result, place.walk.seen);
  const notices = noticesFor(graph, result, place.damaged, moved.current ? undefined : place.at);

  useEffect(() => {
    // Without them the links to the pages of causes and checks remain.
    coming.then(setDetails, () => undefined);
  }, [coming]);

  useEffect(() => {
    const back = () => {
      moved.current = true;
      setPlace(readPlace());
    };
    addEventListener('popstate', back);
    return () => {
      removeEventListener('popstate', back);
    };
  }, []);

  useEffect(() => {
    const address = nodeUrl(base, result.current, walk);
    if (address !== location.pathname + location.search) history.replaceState(null, '', address);
    const heading = document.querySelector<HTMLElement>('[data-heading]');
    if (heading !== null) document.title = `${heading.textContent} · 52x Field Guide`;
    if (moved.current) {
      heading?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  }, [place]);

  const go = (next: Walk, at: string | undefined) => {
    moved.current = true;
    const there = replay(graph, next, at);
    history.pushState(null, '', nodeUrl(base, there.current, walkOf(there, next.seen)));
    setPlace({ walk: next, at, damaged: false });
  };
  const view = {
    graph,
    details,
    walk,
    result,
    base,
    live: true,
    access,
    onAnswer: (question: string, value: AnswerValue) => {
      go(answer(walk, question, value), undefined);
    },
    onChange: (question: string) => {
      go(takeBack(walk, question), question);
    },
    onAccess: (level: Access) => {
      storeAccess(level);
      setAccess(level);
    },
  };
  return <Troubleshooter view={view} notices={notices} />;
}

/** Brings a static troubleshooter page to life. The static page stays as it is when the graph cannot be loaded. */
export async function mount(root: HTMLElement): Promise<void> {
  const { graph: address = '', details = '', base = '/' } = root.dataset;
  try {
    const coming = fetchJson<Details>(details);
    const graph = await fetchJson<Graph>(address);
    // An end tells these texts at once; drawing it twice would make it jump.
    const atEnd = Object.hasOwn(graph.ends, readPlace().at ?? '');
    const first = atEnd ? await coming.catch(() => undefined) : undefined;
    // Drawn apart first: should that fail, the static page and its links are still there.
    const live = document.createElement('div');
    render(<App graph={graph} base={base} coming={coming} first={first} />, live);
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
