import { CASES, METHODS, type MethodKind, onlyBodyTells, type RetryCase } from '../../domain/retry/advise.ts';
import type { RetryFigures } from '../../domain/retry/policy.ts';

/** A client whose code stands on the page. */
export interface ToolClient {
  readonly id: string;
  readonly name: string;
  /** Whether its code also repeats a request that carries an idempotency key. */
  readonly keys: boolean;
}

export interface ToolData {
  readonly figures: RetryFigures;
  readonly clients: readonly ToolClient[];
}

/** What is chosen; without a client the code of all stands below. */
export interface Choice {
  readonly entry: RetryCase;
  readonly kind: MethodKind;
  readonly client: ToolClient | undefined;
}

const [FIRST_KIND] = METHODS;

function startCase(): RetryCase {
  const found = CASES.find(({ code }) => code === '522') ?? CASES[0];
  if (found === undefined) throw new Error('the policy knows no code');
  return found;
}

/** Reads a choice from the query of an address; what it does not know is left at its start. */
export function readChoice(query: string, clients: readonly ToolClient[]): Choice {
  const asked = new URLSearchParams(query);
  return {
    entry: CASES.find(({ id }) => id === asked.get('code')) ?? startCase(),
    kind: METHODS.find(({ id }) => id === asked.get('method')) ?? FIRST_KIND,
    client: clients.find(({ id }) => id === asked.get('client')),
  };
}

/** The query that leads back to a choice. */
export function writeChoice({ entry, kind, client }: Choice): string {
  const query = new URLSearchParams({ code: entry.id, method: kind.id, ...(client && { client: client.id }) });
  return `?${query.toString()}`;
}

/** How the code on the page differs from a rule that says to send it again; undefined where it does the same. */
export function codeDiffers({ entry, kind, client }: Choice): string | undefined {
  if (onlyBodyTells(entry))
    return 'The code below leaves this one alone: it looks at the status, and only the body tells.';
  if (kind.id === 'read') return undefined;
  if (kind.id === 'keyed' && client?.keys === true) return undefined;
  return 'The code below is more careful: it repeats GET and HEAD, and other methods at most with an idempotency key.';
}
