import type { StationView } from '../../domain/path/station.ts';

const SHIFT = ['A', 'B'] as const;

function Disc({ station }: { station: StationView }) {
  if (station.disc === 'ok') {
    return (
      <>
        <circle class="disc" cx="20" cy="24" r="18" />
        <path class="tick" d="M11 24.5l6.5 6.5L29.5 18" />
      </>
    );
  }
  if (station.number === undefined) {
    return (
      <>
        <circle class="hollow" cx="20" cy="24" r={station.id === 'client' ? 14 : 18} />
        {station.id === 'edge' && <circle class="hollow" cx="20" cy="24" r="8" />}
      </>
    );
  }
  return (
    <>
      {station.disc === 'suspect' && <rect class="pl" x="-4" y="0" width="48" height="48" />}
      <circle class="disc" cx="20" cy="24" r={station.disc === 'off' ? 18.5 : 20} />
      <text class="dn" x="20" y="31">
        {station.number}
      </text>
    </>
  );
}

function Plate({ station }: { station: StationView }) {
  if (station.plate === undefined) return null;
  const { mark, track } = station.plate;
  return (
    <g class={station.tracks.length > 1 ? `br${SHIFT[track]}` : 'br'}>
      <rect class="pl" x="8.5" y="12.5" width="23" height="23" />
      {mark === '×' ? (
        <path class="cross" d="M14 18l12 12M26 18l-12 12" />
      ) : (
        <text class="plt" x="20" y="30.5">
          {mark}
        </text>
      )}
    </g>
  );
}

function Tracks({ station }: { station: StationView }) {
  const double = station.tracks.length > 1;
  return (
    <>
      {station.tracks.map((end, index) =>
        end === 'none' ? null : (
          <rect key={index} class={`t${double ? (index === 0 ? ' ta' : ' tb') : ''}${end === 'cut' ? ' cut' : ''}`} />
        ),
      )}
    </>
  );
}

function stationClass(station: StationView): string {
  const classes = [station.number === undefined ? '' : station.id, station.disc === 'plain' ? '' : station.disc];
  if (station.rest) classes.push('rest');
  if (station.plate !== undefined) classes.push('broken');
  return classes.filter((name) => name !== '').join(' ');
}

function StationItem({ station }: { station: StationView }) {
  const name = stationClass(station);
  return (
    <li {...(name === '' ? {} : { class: name })}>
      {station.zone !== undefined && <span class="zone">{station.zone}</span>}
      <svg aria-hidden="true">
        <Tracks station={station} />
        <Disc station={station} />
        <Plate station={station} />
      </svg>
      <b>{station.name}</b>
      {station.status !== undefined && (
        <span class="stt">
          <span {...(station.disc === 'suspect' ? { class: 'own' } : {})}>{station.status}</span>
        </span>
      )}
      {station.note !== undefined && <span class="q">{station.note}</span>}
      {station.clocks.length > 0 && (
        <span class="clks">
          {station.clocks.map((clock) => (
            <span class="clk" key={clock.value}>
              <span {...(clock.own ? { class: 'own' } : {})}>{clock.value}</span> <i>{clock.words}</i>
            </span>
          ))}
        </span>
      )}
      {station.codes.length > 0 && (
        <ul class="codes">
          {station.codes.map((entry) => (
            <li key={entry.code}>
              <a href={entry.href}>
                <strong>{entry.code}</strong> {entry.label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/**
 * The request path: one ordered list for every page kind. Static on reading pages, live in the troubleshooter.
 * @param label what the drawing shows, in one sentence
 */
export function Path({ stations, label, kind }: { stations: readonly StationView[]; label: string; kind?: string }) {
  return (
    <ol class={kind === undefined ? 'route' : `route ${kind}`} aria-label={label}>
      {stations.map((station) => (
        <StationItem key={station.id} station={station} />
      ))}
    </ol>
  );
}
