import { RESULT_NAMES, type SearchEntry } from '../../domain/search/model.ts';
import { withBase } from '../../domain/text/link.ts';
import type { TextHit } from './full-text.ts';

function Entry({ entry, base, here }: { entry: SearchEntry; base: string; here: boolean }) {
  const [code = ''] = entry.codes;
  const isError = entry.kind === 'error';
  return (
    <li>
      <span class={isError ? 'n' : 'k'}>
        {isError ? <span class={here ? 'plate' : undefined}>{code}</span> : RESULT_NAMES[entry.kind]}
      </span>
      <div>
        <a href={withBase(base, entry.href)}>{entry.title}</a>
        {!isError && entry.codes.length > 0 && <span class="cs"> {entry.codes.join(' ')}</span>}
        {entry.line !== '' && <p>{entry.line}</p>}
      </div>
    </li>
  );
}

function Text({ hit }: { hit: TextHit }) {
  return (
    <li>
      <span class="k">{RESULT_NAMES.text}</span>
      <div>
        <a href={hit.href}>{hit.title}</a>
        <p>{hit.excerpt.map((part, at) => (part.marked ? <b key={at}>{part.text}</b> : part.text))}</p>
      </div>
    </li>
  );
}

/** The list of results. `here` is true when the first one is the code that was asked for. */
export function Results({
  hits,
  texts,
  base,
  here,
}: {
  hits: readonly SearchEntry[];
  texts: readonly TextHit[];
  base: string;
  here: boolean;
}) {
  return (
    <ol class="hits" data-search-results data-moves>
      {hits.map((entry, at) => (
        <Entry key={entry.href} entry={entry} base={base} here={here && at === 0} />
      ))}
      {texts.map((hit) => (
        <Text key={hit.href} hit={hit} />
      ))}
    </ol>
  );
}
