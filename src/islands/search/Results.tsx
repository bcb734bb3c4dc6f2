import type { Group } from '../../domain/search/group.ts';
import { KIND_NAMES, RESULT_NAMES, type ResultKind } from '../../domain/search/model.ts';
import type { Passage } from '../../domain/search/passage.ts';
import type { Hit } from '../../domain/search/rank.ts';
import { withBase } from '../../domain/text/link.ts';
import type { Passages } from './full-text.ts';

/** Most codes that stand beside a result. */
const MOST_CODES = 6;

function Codes({ codes }: { codes: readonly string[] }) {
  if (codes.length === 0) return null;
  const more = codes.length - MOST_CODES;
  return (
    <span class="cs">
      {codes.slice(0, MOST_CODES).join(' ')}
      {more > 0 && ` and ${String(more)} more`}
    </span>
  );
}

/** Where the page holds the words; its text is never markup. */
function Found({ passage: { id, heading, excerpt }, href }: { passage: Passage; href: string }) {
  return (
    <p>
      {heading !== '' && (
        <>
          There: <a href={`${href}#${id}`}>{heading}</a>.{' '}
        </>
      )}
      … {excerpt.map((part, at) => (part.marked ? <b key={at}>{part.text}</b> : part.text))} …
    </p>
  );
}

interface ResultProps {
  readonly hit: Hit;
  readonly base: string;
  readonly here: boolean;
  /** The kind stands beside the title. */
  readonly named: boolean;
  readonly passage: Passage | undefined;
}

function Result({ hit: { entry }, base, here, named, passage }: ResultProps) {
  const [code = ''] = entry.codes;
  const isError = entry.kind === 'error';
  return (
    <li>
      <div class="side">
        {named && !isError && <b class="k">{KIND_NAMES[entry.kind]}</b>}
        {isError ? <span class={here ? 'n plate' : 'n'}>{code}</span> : <Codes codes={entry.codes} />}
        {entry.stage !== '' && <span class="k">{entry.stage}</span>}
      </div>
      <div>
        <a class="hit" data-hit href={withBase(base, entry.href)}>
          {entry.title}
        </a>
        {entry.line !== '' && <p>{entry.line}</p>}
        {passage !== undefined && <Found passage={passage} href={withBase(base, entry.href)} />}
      </div>
    </li>
  );
}

interface Props {
  readonly id: string;
  readonly groups: readonly Group[];
  readonly base: string;
  readonly passages: Passages;
  /** True when the first result is the code that was asked for. */
  readonly here: boolean;
  readonly onKind: (kind: ResultKind) => void;
}

/** The results, by kind. */
export function Results({ id, groups, base, passages, here, onKind }: Props) {
  return (
    <div data-search-results data-moves>
      {groups.map(({ kind, hits, more }, at) => (
        <section key={kind} aria-labelledby={`${id}-${kind}`}>
          <h2 class="kind" id={`${id}-${kind}`}>
            {RESULT_NAMES[kind]}
          </h2>
          <ol class="hits">
            {hits.map((hit, row) => (
              <Result
                key={hit.entry.title}
                hit={hit}
                base={base}
                passage={passages.get(hit.entry.href)}
                here={here && at === 0 && row === 0}
                named={kind === 'best'}
              />
            ))}
          </ol>
          {more > 0 && kind !== 'best' && groups.length > 1 && (
            <button
              type="button"
              class="more"
              onClick={() => {
                onKind(kind);
              }}
            >
              Only {RESULT_NAMES[kind].toLowerCase()}, {more} more
            </button>
          )}
        </section>
      ))}
    </div>
  );
}
