import { withBase } from '../../domain/text/link.ts';

/** A code and the name of its error, where that is known. */
export interface NamedCode {
  readonly code: string;
  readonly title: string;
}

/** Where to go without a result: every code, and the troubleshooter. */
export function Offers({ codes, base, heading }: { codes: readonly NamedCode[]; base: string; heading: string }) {
  return (
    <div class="offers" data-moves>
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
      <p>
        No number, or not sure? <a href={withBase(base, '/troubleshoot/')}>Go from what you see to the cause</a>.
      </p>
    </div>
  );
}
