import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RetryFigures } from '../domain/retry/policy.ts';
import type { Knowledge } from './model.ts';
import { type Client, LANGUAGES } from './schemas/client.ts';

export type NamedClient = Client & { readonly id: string };

/** A file of content/samples/. */
export interface Sample {
  /** Id of the client that it is for. */
  readonly client: string;
  readonly title: string;
  /** Path in the repository. */
  readonly path: string;
  readonly text: string;
}

/** The clients by language, in the order of the languages. */
export function clientsByLanguage(knowledge: Knowledge): { language: Client['language']; clients: NamedClient[] }[] {
  const all = [...knowledge.clients].map(([id, client]): NamedClient => ({ ...client, id }));
  return LANGUAGES.map((language) => ({
    language,
    clients: all.filter((client) => client.language === language),
  })).filter(({ clients }) => clients.length > 0);
}

/**
 * The samples that the clients name, with their text.
 * @param root the content folder
 * @throws when a file does not exist
 */
export function samplesOf(clients: readonly NamedClient[], root = join(process.cwd(), 'content')): Sample[] {
  return clients.flatMap((client) =>
    client.samples.map(({ file, title }) => ({
      client: client.id,
      title,
      path: `content/samples/${file}`,
      text: readFileSync(join(root, 'samples', file), 'utf8'),
    })),
  );
}

/** Cloudflare's figures that a retry decision needs, in seconds, as they are in force. */
export function retryFigures(knowledge: Knowledge): RetryFigures {
  const seconds = (id: keyof RetryFigures): number => {
    const value = Number(knowledge.figures.get(id)?.values[0]?.value);
    if (Number.isNaN(value)) throw new Error(`content/cloudflare.yaml has no number for "${id}"`);
    return value;
  };
  return {
    'retry-short': seconds('retry-short'),
    'retry-long': seconds('retry-long'),
    'retry-edge': seconds('retry-edge'),
    ack: seconds('ack'),
  };
}
