import type { LabFiles } from './lab-files.ts';
import type { Cause } from './schemas/cause.ts';
import type { Change } from './schemas/change.ts';
import type { Check } from './schemas/check.ts';
import type { Client } from './schemas/client.ts';
import type { Addresses, Ciphers, CloudflareEntry, Ports, Quantity } from './schemas/cloudflare.ts';
import type { Dispute } from './schemas/dispute.ts';
import type { End } from './schemas/end.ts';
import type { ErrorEntry } from './schemas/error.ts';
import type { Guide } from './schemas/guide.ts';
import type { CollectionName } from './schemas/index.ts';
import type { PatternFile } from './schemas/pattern.ts';
import type { Platform } from './schemas/platform.ts';
import type { Question } from './schemas/question.ts';
import type { Route } from './schemas/route.ts';
import type { Scenario } from './schemas/scenario.ts';
import type { Source } from './schemas/source.ts';
import type { Symptom } from './schemas/symptom.ts';
import type { Term } from './schemas/term.ts';
import type { Synonym, Words } from './schemas/words.ts';

/** What each collection holds, once validated. */
export interface EntryTypes {
  errors: ErrorEntry;
  causes: Cause;
  guides: Guide;
  symptoms: Symptom;
  checks: Check;
  questions: Question;
  ends: End;
  platforms: Platform;
  clients: Client;
  patterns: PatternFile;
  sources: Source;
  disputes: Dispute;
  paths: Route;
  changes: Change;
  glossary: Term;
  words: Words;
  synonyms: Synonym;
  scenarios: Scenario;
  cloudflare: CloudflareEntry;
}

type Table<T> = ReadonlyMap<string, T>;

/** All content, validated, by id and in the order of the ids. */
export type Tables = { readonly [Name in CollectionName]: Table<EntryTypes[Name]> };

/** The content as the site uses it. */
export interface Knowledge extends Tables {
  readonly figures: Table<Quantity>;
  readonly addresses: Addresses;
  readonly ports: Ports;
  readonly lab: LabFiles;
  readonly ciphers: Ciphers;
  /** Words for a {value}: "19 s". Undefined when there is no such figure. */
  readonly figure: (reference: string) => string | undefined;
}

const NO_BREAK_SPACE = '\u00A0';

/**
 * The words for a figure, as `id` (in force) or `id@2025-01-01` (in force on that day).
 * @returns for instance "19 s" with a no-break space, or undefined when nothing is known
 */
function figureText(figures: Table<Quantity>, reference: string): string | undefined {
  const [id = '', day] = reference.split('@');
  const figure = figures.get(id);
  const held =
    day === undefined
      ? figure?.values[0]
      : figure?.values.find((v) => (v.from ?? '') <= day && day < (v.until ?? '9999'));
  if (figure === undefined || held === undefined) return undefined;
  return `${String(held.value)}${NO_BREAK_SPACE}${figure.unit}`;
}

/** Joins the validated collections into the knowledge of the site. */
export function assemble(tables: Tables, lab: LabFiles): Knowledge {
  const figures = new Map<string, Quantity>();
  for (const [id, entry] of tables.cloudflare) {
    if (entry.kind !== 'addresses' && entry.kind !== 'ports' && entry.kind !== 'ciphers') figures.set(id, entry);
  }
  const addresses = tables.cloudflare.get('addresses');
  const ports = tables.cloudflare.get('ports');
  const ciphers = tables.cloudflare.get('ciphers');
  if (addresses?.kind !== 'addresses') throw new Error('content/cloudflare.yaml lacks the entry "addresses"');
  if (ports?.kind !== 'ports') throw new Error('content/cloudflare.yaml lacks the entry "ports"');
  if (ciphers?.kind !== 'ciphers') throw new Error('content/cloudflare.yaml lacks the entry "ciphers"');
  const figure = (reference: string): string | undefined => figureText(figures, reference);
  return { ...tables, lab, figures, addresses, ports, ciphers, figure };
}
