import { AUDIENCES, type Audience } from '../vocabulary.ts';

/** Each audience's letter in the index. */
const LETTERS: Readonly<Record<Audience, string>> = {
  visitor: 'v',
  owner: 'o',
  sysadmin: 's',
  developer: 'd',
  'api-client': 'a',
};

/** Audiences as letters; none means everybody. */
export function audienceLetters(audiences: readonly Audience[]): string {
  return audiences.map((audience) => LETTERS[audience]).join('');
}

/** The audiences that the letters stand for; all for none. */
export function audiencesOf(letters: string): readonly Audience[] {
  return letters === '' ? AUDIENCES : AUDIENCES.filter((audience) => letters.includes(LETTERS[audience]));
}

/** What a result is. `error` is the page of a code; `question` is answered on the page of a code. */
export const RESULT_KINDS = ['error', 'cause', 'guide', 'tool', 'question', 'check', 'dispute', 'page'] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

/** Names that people read above a group of results. */
export const RESULT_NAMES: Readonly<Record<ResultKind | 'best', string>> = {
  best: 'Best matches',
  error: 'Codes',
  cause: 'Causes',
  guide: 'Guides',
  tool: 'Tools',
  question: 'Questions people ask',
  check: 'Checks',
  dispute: 'Claims, checked',
  page: 'Pages',
};

/** Name of one result's kind. */
export const KIND_NAMES: Readonly<Record<ResultKind, string>> = {
  error: 'Code',
  cause: 'Cause',
  guide: 'Guide',
  tool: 'Tool',
  question: 'Question',
  check: 'Check',
  dispute: 'Claim, checked',
  page: 'Page',
};

/** One thing that can be found in the built-in index. */
export interface SearchEntry {
  readonly kind: ResultKind;
  readonly title: string;
  /** Path from the site's root, without the base path. */
  readonly href: string;
  /** Codes it belongs to. */
  readonly codes: readonly string[];
  /** Whom it is written for, as letters: see audiencesOf. */
  readonly for: string;
  /** Stage at which it breaks or where it lies, in words; empty where there is none. */
  readonly stage: string;
  /** One line that answers. */
  readonly line: string;
  /** Other names for it: phrases on error pages, lay words, how-to questions. */
  readonly names: readonly string[];
  /** Further words that lead to it, separated by spaces. */
  readonly words: string;
  /** Likelihood of the entry among equals; 1 is usual. */
  readonly weight: number;
}

/** The built-in index, as it is fetched. Plain data. */
export interface SearchIndex {
  /** Codes that have a page, in order. */
  readonly codes: readonly string[];
  /** Numbers without a page of their own, and the code whose page explains them: 1016 → 530. */
  readonly inside: Readonly<Record<string, string>>;
  /** Words that mean the same, as sequences of normalised words: "timed out" → "timeout". */
  readonly same: Readonly<Record<string, string>>;
  readonly entries: readonly SearchEntry[];
  /** For each code, positions in `entries` of what belongs to it, the likeliest first. */
  readonly byCode: Readonly<Record<string, readonly number[]>>;
}

/** An index that knows the codes and nothing else, for when the real one cannot be loaded. */
export function codesOnly(codes: readonly string[]): SearchIndex {
  const entries = codes.map((code): SearchEntry => ({
    kind: 'error',
    title: `Error ${code}`,
    href: `/${code}/`,
    codes: [code],
    for: '',
    stage: '',
    line: '',
    names: [],
    words: '',
    weight: 1,
  }));
  return { codes, inside: {}, same: {}, entries, byCode: Object.fromEntries(codes.map((code, at) => [code, [at]])) };
}
