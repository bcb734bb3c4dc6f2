import { STATION_NAMES, STATIONS, type Stage, type Station } from '../vocabulary.ts';
import { blankStation, type ClockView, type CodeView, type StationView, type TrackEnd } from './station.ts';

/** A clock of the origin side, as the drawings need it. */
export interface PathClock {
  readonly id: string;
  readonly stage: Stage;
  readonly value: string;
  readonly ends: string;
  readonly mark: string;
}

/** Where an error breaks the path. */
export interface Break {
  readonly id: 'A' | 'B' | undefined;
  readonly at: Station;
  readonly note: string;
  readonly clock: string | undefined;
}

const REACHED: Readonly<Record<Station, string>> = {
  client: 'asks for a page',
  edge: 'takes the request',
  dns: 'an address was found',
  tcp: 'the call was answered',
  tls: 'encryption was agreed',
  request: 'the request was taken',
  wait: 'an answer began',
  response: 'the answer arrived',
};

const place = (station: Station): number => STATIONS.indexOf(station);

function clocksAt(station: Station, clocks: readonly PathClock[], own: ReadonlySet<string>): ClockView[] {
  return clocks
    .filter((clock) => clock.stage === station)
    .map((clock) => ({
      value: clock.value,
      words: own.has(clock.id) ? clock.mark.replace(/^then \d+$/, 'to here') : `then ${clock.ends}`,
      own: own.has(clock.id),
    }));
}

function trackEnd(index: number, breakIndex: number): TrackEnd {
  if (index < breakIndex) return 'through';
  return index === breakIndex ? 'cut' : 'none';
}

function noteAt(index: number, station: Station, breaks: readonly Break[]): string {
  const here = breaks.filter((entry) => entry.at === station);
  if (here.length > 0)
    return here
      .map((entry) => (entry.id === undefined ? entry.note : `${entry.id} breaks here: ${entry.note}`))
      .join('; ');
  const past = breaks.filter((entry) => place(entry.at) > index);
  if (past.length === 0) return 'not reached';
  if (past.length < breaks.length) return `reached in ${past.map((entry) => entry.id ?? '').join(' and ')} only`;
  return REACHED[station];
}

/**
 * The path of one error: where it breaks and which clocks run.
 * @param breaks one entry, or two for a code with two conditions
 * @param clocks the clocks of the origin side
 */
export function drawError(breaks: readonly Break[], clocks: readonly PathClock[]): StationView[] {
  const own = new Set(breaks.flatMap((entry) => entry.clock ?? []));
  const furthest = Math.max(...breaks.map((entry) => place(entry.at)));
  return STATIONS.map((id, index): StationView => {
    const blank = blankStation(id);
    const brokenTrack = breaks.findIndex((entry) => entry.at === id);
    const last = index === STATIONS.length - 1;
    return {
      ...blank,
      disc: index > furthest ? 'off' : 'plain',
      tracks: last && brokenTrack < 0 ? [] : breaks.map((entry) => trackEnd(index, place(entry.at))),
      rest: index >= furthest && !last,
      plate: brokenTrack < 0 ? undefined : { mark: breaks[brokenTrack]?.id ?? '×', track: brokenTrack === 1 ? 1 : 0 },
      note: noteAt(index, id, breaks),
      clocks: clocksAt(id, clocks, own),
    };
  });
}

/**
 * The path as the index of all codes.
 * @param codes the codes at each station, in reading order
 */
export function drawIndex(
  codes: ReadonlyMap<Station, readonly CodeView[]>,
  clocks: readonly PathClock[],
): StationView[] {
  return STATIONS.map((id) => ({
    ...blankStation(id),
    clocks: clocksAt(id, clocks, new Set()),
    codes: codes.get(id) ?? [],
  }));
}

/** Another way that a request can take: some of the stations, under names of their own. */
export interface RouteStation {
  readonly at: Station;
  readonly name: string;
  readonly note: string;
  /** The first of two tracks ends here and the second goes on. */
  readonly breaks?: 'A' | undefined;
}

/** A variant of the path: through a tunnel, a Worker, a load balancer. */
export function drawRoute(stations: readonly RouteStation[]): StationView[] {
  const fork = stations.findIndex((station) => station.breaks === 'A');
  return stations.map(({ at, name, note }, index): StationView => {
    const last = index === stations.length - 1;
    const first: TrackEnd = index < fork ? 'through' : index === fork ? 'cut' : 'none';
    const tracks: TrackEnd[] = fork < 0 || index < 2 ? ['through'] : [first, 'through'];
    return {
      ...blankStation(at),
      zone: undefined,
      name,
      note,
      tracks: last ? [] : tracks,
      plate: index === fork ? { mark: '×', track: 0 } : undefined,
    };
  });
}

/** What is known of a station while someone troubleshoots. */
export type Progress = 'open' | 'cleared' | 'suspect' | 'fails';

const WORDS: Readonly<Record<Progress, string>> = {
  open: 'not known yet',
  cleared: 'cleared',
  suspect: 'suspect',
  fails: 'fails here',
};

/**
 * The path as progress: stations turn cleared, suspect or failed as answers come in.
 * The line is solid as far as the request is known to get: up to the last cleared station before any doubt.
 */
export function drawProgress(states: Readonly<Partial<Record<Station, Progress>>>): StationView[] {
  const doubt = STATIONS.findIndex((id) => states[id] === 'suspect' || states[id] === 'fails');
  const certain = doubt < 0 ? STATIONS : STATIONS.slice(0, doubt);
  const reached = certain.findLastIndex((id) => states[id] === 'cleared');
  return STATIONS.map((id, index): StationView => {
    const state = states[id] ?? 'open';
    const last = index === STATIONS.length - 1;
    const solid = index < reached;
    const failing = state === 'fails';
    return {
      ...blankStation(id),
      disc: ({ open: 'off', cleared: 'ok', suspect: 'suspect', fails: 'suspect' } as const)[state],
      tracks: last && !failing ? [] : [solid ? 'through' : failing ? 'cut' : 'none'],
      rest: !solid && !last,
      plate: failing ? { mark: '×', track: 0 } : undefined,
      status: WORDS[state],
    };
  });
}

/** One sentence that says what the drawing of an error shows, for those who cannot see it. */
export function describeBreaks(code: string, breaks: readonly Break[]): string {
  const parts = breaks.map(({ id, at }) => (id === undefined ? STATION_NAMES[at] : `${STATION_NAMES[at]} (${id})`));
  return `The request path of a ${code}: it breaks at ${parts.join(', or at ')}`;
}
