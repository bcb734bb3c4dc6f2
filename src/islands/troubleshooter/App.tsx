import { useEffect, useRef, useState } from 'preact/hooks';
import { nodeUrl } from '../../domain/troubleshooter/address.ts';
import type { Details, Graph } from '../../domain/troubleshooter/graph.ts';
import { NO_MARKS } from '../../domain/troubleshooter/marks.ts';
import { answer, replay, takeBack, walkOf } from '../../domain/troubleshooter/replay.ts';
import { EMPTY_WALK } from '../../domain/troubleshooter/walk.ts';
import { footFor } from './foot.ts';
import { fetchRepair, loadHelp } from './load.ts';
import { noticesFor } from './notices.ts';
import { type Place, readPlace, storeAccess, storedAccess } from './place.ts';
import { Troubleshooter } from './Troubleshooter.tsx';
import { type Live, NOTHING_TYPED, type ViewProps } from './view.ts';

/** What is here before the first drawing. */
export interface Start {
  readonly details: Details | undefined;
  readonly repairs: Live['repairs'];
  readonly help: ViewProps['help'];
}

interface AppProps {
  readonly graph: Graph;
  readonly base: string;
  /** Texts of checks and causes, under way. */
  readonly coming: Promise<Details>;
  readonly start: Start;
  /** Address of a repair, with {cause} in it. */
  readonly pattern: string;
}

/** Where the focus goes after the reader moved on: the next heading, or the cause that is next. */
type Move = 'heading' | 'now' | undefined;

function land(move: Move): void {
  const [heading, now] = ['[data-heading]', '[data-now]'].map((mark) => document.querySelector<HTMLElement>(mark));
  if (move === 'now' && now) {
    now.focus({ preventScroll: true });
    now.scrollIntoView();
  } else if (move !== undefined) {
    heading?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}

/** The live troubleshooter: the place is in the address, what the reader typed in memory, and nothing anywhere else. */
export function App({ graph, base, coming, start, pattern }: AppProps) {
  const [details, setDetails] = useState(start.details);
  const [repairs, setRepairs] = useState(start.repairs);
  const [help, setHelp] = useState(start.help);
  const [place, setPlace] = useState(() => readPlace(graph));
  const [access, setAccess] = useState(storedAccess);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const move = useRef<Move>(undefined);
  const arrived = useRef(true);
  const shown = useRef('');
  const needed = useRef(new Set(Object.keys(start.repairs)));
  const result = replay(graph, place.walk, place.at);
  const walk = walkOf(result, place.walk.seen);
  const { marks } = place;
  const notices = noticesFor(graph, result, place.damaged, arrived.current ? place.at : undefined);

  useEffect(() => {
    void coming.then(setDetails);
  }, [coming]);

  useEffect(() => {
    if (result.atEnd && help === undefined) void loadHelp().then(setHelp);
  }, [result.atEnd]);

  useEffect(() => {
    const back = () => {
      // A link within the page, such as the one past the navigation, is no step back.
      if (location.pathname + location.search === shown.current) return;
      move.current = 'heading';
      arrived.current = false;
      setPlace(readPlace(graph));
    };
    addEventListener('popstate', back);
    return () => {
      removeEventListener('popstate', back);
    };
  }, []);

  useEffect(() => {
    const address = nodeUrl(base, result.current, walk, marks);
    if (address !== location.pathname + location.search)
      history.replaceState(history.state, '', address + location.hash);
    shown.current = address;
    const heading = document.querySelector('[data-heading]');
    if (heading !== null) document.title = `${heading.textContent} · 52x Field Guide`;
    footFor(graph, base, result.current);
    land(move.current);
    move.current = undefined;
  }, [place]);

  const go = (next: Partial<Place>, to: Move = 'heading') => {
    const there: Place = { walk, marks, at: undefined, damaged: false, ...next };
    const { current, ...replayed } = replay(graph, there.walk, there.at);
    const address = nodeUrl(base, current, walkOf({ current, ...replayed }, there.walk.seen), there.marks);
    history.pushState({ was: there.was }, '', address);
    move.current = to;
    arrived.current = false;
    setPlace(there);
  };
  const live: Live = {
    was: place.was,
    typed,
    repairs,
    // A browser that fills in several fields does it at once.
    onTyped: (now) => {
      setTyped((before) => ({ ...before, ...now }));
    },
    onAnswer: (question, value) => {
      go({ walk: answer(walk, question, value) });
    },
    onChange: (question) => {
      const was = result.steps.find((step) => step.question === question);
      go({ walk: takeBack(walk, question), at: question, was: was && { question, value: was.value } });
    },
    onAccess: (level) => {
      storeAccess(level);
      setAccess(level);
    },
    onPlatforms: (on) => {
      setPlace({ ...place, marks: { ...marks, on } });
    },
    onTried: (cause) => {
      go({ at: result.current, marks: { ...marks, tried: [...marks.tried, cause] } }, 'now');
    },
    onCarry: (next, note) => {
      go({ walk: next, marks: { ...marks, tried: [] }, note });
    },
    onRestart: () => {
      setTyped(NOTHING_TYPED);
      go({ walk: EMPTY_WALK, marks: NO_MARKS });
    },
    onNeed: (cause) => {
      if (needed.current.has(cause)) return;
      needed.current.add(cause);
      void fetchRepair(pattern, cause).then((repair) => {
        setRepairs((before) => ({ ...before, [cause]: repair }));
      });
    },
  };
  const view: ViewProps = { graph, details, walk, marks, result, base, access, help, live };
  return <Troubleshooter view={view} notices={place.note === undefined ? notices : [place.note, ...notices]} />;
}
