import { useRef } from 'preact/hooks';
import { asksFor } from '../../domain/report/asks.ts';
import { type Helper, helpersFor } from '../../domain/report/escalate.ts';
import { plainText } from '../../domain/text/parse.ts';
import { codesSeen } from '../../domain/troubleshooter/codes.ts';
import type { RankedCause } from '../../domain/troubleshooter/rank.ts';
import { CopyButton } from '../shared/CopyButton.tsx';
import { Text } from '../shared/Text.tsx';
import type { ViewProps } from './view.ts';

const HELP: Readonly<Record<Helper, { readonly name: string; readonly when: string }>> = {
  host: {
    name: 'Your host',
    when: 'When you cannot reach the server, or the causes above are tried. Send these words with the report below; [more to ask, ready to copy](guide:ask-your-host).',
  },
  provider: {
    name: 'The network or cloud provider',
    when: 'When packets do not arrive at the server, or its answers do not leave. Send the report with [a capture and a path report](guide:capture-evidence).',
  },
  cloudflare: {
    name: 'Cloudflare',
    when: 'When the server answers others and Cloudflare’s requests fail before it, or the fault lies on Cloudflare’s side. The account that holds the domain must ask; have the Ray ID and the times in UTC ready.',
  },
};

/** What to ask the host to look at: the end's own words, then what fits the codes. */
export function wordsForHost(view: ViewProps, end: string): string[] {
  const own = plainText(view.graph.ends[end]?.host ?? '');
  return [...(own === '' ? [] : [own]), ...asksFor(codesSeen(view.graph, view.result.evidence), own)];
}

/** When to stop and ask someone: whom, and with which words. */
export function Escalate({ view, end, causes }: { view: ViewProps; end: string; causes: readonly RankedCause[] }) {
  const words = useRef<HTMLPreElement>(null);
  const helpers = helpersFor(causes.slice(0, 3).flatMap(({ id }) => view.graph.causes[id]?.area ?? []));
  const text = wordsForHost(view, end)
    .map((line) => `- ${line}`)
    .join('\n');
  return (
    <section class="help" aria-labelledby="help-h">
      <h2 id="help-h">If you cannot go on</h2>
      {helpers.map((helper) => (
        <div key={helper}>
          <h3>{HELP[helper].name}</h3>
          <p>
            <Text of={HELP[helper].when} base={view.base} />
          </p>
          {helper === 'host' && (
            <figure class="cmd">
              <figcaption>
                <span>Words for your host.</span>
                {view.live && <CopyButton text={text} words="Copy the words" from={words} />}
              </figcaption>
              <pre class="say" tabIndex={0} ref={words}>
                {text}
              </pre>
            </figure>
          )}
        </div>
      ))}
    </section>
  );
}
