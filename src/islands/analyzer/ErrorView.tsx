import type { ReadError } from '../../domain/analyzer/model.ts';
import { withBase } from '../../domain/text/link.ts';
import type { Knowledge } from './load.ts';
import { LineLinks } from './Lines.tsx';
import { EDGE_WORDS, factRows } from './words.ts';

interface Props {
  readonly error: ReadError;
  readonly knowledge: Knowledge;
  readonly base: string;
}

/** The error with the link to its page. */
export function ErrorName({ error: { code, vendor }, knowledge, base }: Props) {
  if (code === null) return <>An error page of {vendor ?? 'another product'}</>;
  const title = knowledge.book.errors[code]?.title;
  return (
    <>
      <a href={withBase(base, `/${code}/`)}>Error {code}</a>
      {title !== undefined && `: ${title}`}
    </>
  );
}

/** Who made it and how we can tell, and the facts that stand beside it. */
export function ErrorBody({ error, lead = false }: { error: ReadError; lead?: boolean }) {
  const rows = factRows(error);
  return (
    <>
      <p class={lead ? 'edge' : undefined}>
        <b>{EDGE_WORDS[error.edge]}.</b> {error.because}{' '}
        {error.count > 1 && `It stands ${String(error.count)} times in the paste: `}
        <LineLinks lines={error.lines} />
      </p>
      {rows.length > 0 && (
        <dl class="facts">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
