import type { Certainty } from '../../../domain/vocabulary.ts';

/** One letter for each certainty short of "documented", for dense tables. */
export const MARKS: Readonly<Record<Exclude<Certainty, 'documented'>, string>> = {
  lab: 'L',
  inferred: 'i',
  unverified: 'u',
  contested: 'c',
};

/** What the machine-readable body says of a retry. */
export const RETRY = { yes: 'yes', no: 'no', depends: 'it depends' } as const;
