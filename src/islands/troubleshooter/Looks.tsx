import type { CheckDetails } from '../../domain/troubleshooter/graph.ts';

/** What the output looks like for each answer. */
export function Looks({ of }: { of: CheckDetails['looks'] }) {
  if (of.length === 0) return null;
  return (
    <dl class="looks">
      {of.map(({ answer, looks }) => (
        <div key={answer}>
          <dt>{answer}</dt>
          <dd>
            <samp>{looks}</samp>
          </dd>
        </div>
      ))}
    </dl>
  );
}
