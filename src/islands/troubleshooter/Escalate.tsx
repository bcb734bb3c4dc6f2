import { type Helper, helpersFor } from '../../domain/report/escalate.ts';
import { message, opening } from '../../domain/report/words.ts';
import type { RankedCause } from '../../domain/troubleshooter/rank.ts';
import { Text } from '../shared/Text.tsx';
import { asksOf, faultOf } from './fault.ts';
import { Fields } from './Fields.tsx';
import type { ViewProps } from './view.ts';
import { Words } from './Words.tsx';

const HELP: Readonly<Record<Helper, { readonly name: string; readonly when: string }>> = {
  host: {
    name: 'Your host',
    when: 'When you cannot reach the server, or the causes above are tried. Send these words; the report below adds what was found. [How to read the answer](page:/guides/ask-your-host/#read-the-answer)',
  },
  provider: {
    name: 'The network or cloud provider',
    when: 'When packets do not arrive at the server, or its answers do not leave. Send the report with [a capture and a path report](guide:capture-evidence).',
  },
  account: {
    name: 'Whoever manages your Cloudflare account',
    when: 'When an agency or a freelancer has the login, and a step takes the dashboard. [How they let you in](page:/guides/ask-your-host/#the-cloudflare-account)',
  },
  cloudflare: {
    name: 'Cloudflare',
    when: 'When the server answers others and Cloudflare’s requests fail before it, or the fault lies on Cloudflare’s side. The account that holds the domain must ask; have the Ray ID and the times in UTC ready.',
  },
};

const WHOM = { host: 'your host', account: 'whoever manages the account' } as const;

interface EscalateProps {
  readonly view: ViewProps;
  readonly end: string;
  readonly causes: readonly RankedCause[];
  /** Ask here for what only the reader knows; a visitor has told it before. */
  readonly fields: boolean;
}

/** When to stop and ask someone: whom, and with which words. */
export function Escalate({ view, end, causes, fields }: EscalateProps) {
  const asks = asksOf(view, end);
  const areas = causes.slice(0, 3).flatMap(({ id }) => view.graph.causes[id]?.area ?? []);
  const helpers = helpersFor(areas, asks.edge, asks.host.length > 0);
  const about = opening(faultOf(view));
  return (
    <section class="help" aria-labelledby="help-h">
      <h2 id="help-h">If you cannot go on</h2>
      {view.live && fields && <Fields live={view.live} base={view.base} />}
      {helpers.map((helper) => (
        <div key={helper}>
          <h3>{HELP[helper].name}</h3>
          <p>
            <Text of={HELP[helper].when} base={view.base} />
          </p>
          {(helper === 'host' || helper === 'account') && (
            <Words whom={WHOM[helper]} text={message(about, asks[helper])} view={view} />
          )}
        </div>
      ))}
    </section>
  );
}
