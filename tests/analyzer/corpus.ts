import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Analysis } from '../../src/domain/analyzer/model.ts';

/** A text and what the analyzer must read out of it. */
export interface Artefact {
  readonly name: string;
  readonly text: string;
  /** How often the text stands in the paste. */
  readonly repeat?: number;
  readonly expect?: Partial<Analysis>;
  /** Codes of the errors, in their order. */
  readonly errors?: readonly (string | null)[];
  /** How often the first error stands in the text. */
  readonly count?: number;
  readonly findings?: readonly string[];
  /** Findings that hold only if the request went straight to the server. */
  readonly assumed?: readonly string[];
  readonly never?: readonly string[];
  readonly personal?: readonly string[];
  /** Number of remarks on what was not read. */
  readonly unread?: number;
}

const FOLDER = fileURLToPath(new URL('corpus/', import.meta.url));

/** The artefacts of one file of the corpus. */
export function artefacts(file: string): Artefact[] {
  return parse(readFileSync(`${FOLDER}${file}.yaml`, 'utf8')) as Artefact[];
}

/** The names of the corpus's files. */
export const CORPUS = readdirSync(FOLDER).map((name) => name.replace(/\.yaml$/, ''));
