import { STAGES, STATION_NAMES, STATIONS, type Stage, type Station } from '../vocabulary.ts';

/** A clock above a station. */
export interface ClockView {
  /** Such as "19 s". */
  readonly value: string;
  /** Such as "no SYN+ACK" or "then 524". */
  readonly words: string;
  /** True for the page's own clock. */
  readonly own: boolean;
}

/** A code that stands at a station, on the index. */
export interface CodeView {
  readonly code: string;
  readonly label: string;
  readonly href: string;
}

export type TrackEnd = 'through' | 'cut' | 'none';

/** One station, ready to draw. */
export interface StationView {
  readonly id: Station;
  readonly name: string;
  /** 1 to 6 for the stages; undefined for the visitor and the edge. */
  readonly number: number | undefined;
  /** Heading of the part of the path that begins here. */
  readonly zone: string | undefined;
  /** How the disc is drawn: plain, hollow because unreached, ticked, or under a yellow square. */
  readonly disc: 'plain' | 'off' | 'ok' | 'suspect';
  /** Tracks that leave the station. One, or two in parallel for a code with two conditions. */
  readonly tracks: readonly TrackEnd[];
  /** Dotted line to the next station: not reached. */
  readonly rest: boolean;
  /** Plates at the cut: A, B, or × for a single one. */
  readonly plate: { readonly mark: 'A' | 'B' | '×'; readonly track: 0 | 1 } | undefined;
  /** The state in words, such as "cleared". */
  readonly status: string | undefined;
  readonly note: string | undefined;
  readonly clocks: readonly ClockView[];
  readonly codes: readonly CodeView[];
}

export function stageNumber(station: Station): number | undefined {
  const index = STAGES.indexOf(station as Stage);
  return index < 0 ? undefined : index + 1;
}

/** A station without any state: the start for every drawing. */
export function blankStation(id: Station): StationView {
  const zones: Partial<Record<Station, string>> = { client: 'Visitor to Cloudflare', dns: 'Cloudflare to the server' };
  return {
    id,
    name: STATION_NAMES[id],
    number: stageNumber(id),
    zone: zones[id],
    disc: 'plain',
    tracks: id === STATIONS.at(-1) ? [] : ['through'],
    rest: false,
    plate: undefined,
    status: undefined,
    note: undefined,
    clocks: [],
    codes: [],
  };
}
