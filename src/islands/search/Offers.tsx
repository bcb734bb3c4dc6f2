import { withBase } from '../../domain/text/link.ts';

/** A code and the name of its error, where that is known. */
export interface NamedCode {
  readonly code: string;
  readonly title: string;
}

interface Props {
  readonly codes: readonly NamedCode[];
  readonly base: string;
  readonly heading: string;
  /** True once scripts run, without which nothing can be analysed. */
  readonly live: boolean;
}

/** Where to go without a result: the troubleshooter, the analyzer, and every code. */
export function Offers({ codes, base, heading, live }: Props) {
  return (
    <div class="offers" data-moves>
      <p>
        No number, or not sure? <a href={withBase(base, '/troubleshoot/')}>Go from what you see to the cause</a>.
        {live && (
          <>
            {' '}
            An error page, headers or a log? <a href={withBase(base, '/analyze/')}>Paste it into the analyzer</a>.
          </>
        )}
      </p>
      <h2>{heading}</h2>
      <ul class="codes">
        {codes.map(({ code, title }) => (
          <li key={code}>
            <a href={withBase(base, `/${code}/`)}>
              <b>{code}</b> {title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
