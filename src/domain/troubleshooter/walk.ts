/** An answer: the symptoms that hold, or one of the two ways on without any. */
export type AnswerValue = readonly string[] | 'none' | 'unsure';

export interface Answer {
  readonly question: string;
  readonly value: AnswerValue;
}

/** All that is stored of a walk: its answers in order, and findings that no question asked for. */
export interface Walk {
  readonly answers: readonly Answer[];
  readonly seen: readonly string[];
}

export const EMPTY_WALK: Walk = { answers: [], seen: [] };

/** Longest query that is read, in characters. A real walk is under 1,000. */
export const QUERY_LIMIT = 8000;

/** Keys of an address that are no questions: see marks.ts. */
export const MARK_KEYS = ['on', 'tried'] as const;

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Writes a walk as a query string, without the question mark. Empty for an empty walk. */
export function encodeWalk(walk: Walk): string {
  const parts = walk.answers.map(
    ({ question, value }) => `${question}=${typeof value === 'string' ? value : value.join(',')}`,
  );
  if (walk.seen.length > 0) parts.push(`seen=${walk.seen.join(',')}`);
  return parts.join('&');
}

/** Reads a value; `whole` is false when part of it is no id. */
function decodeValue(text: string): { value: AnswerValue; whole: boolean } {
  if (text === 'none' || text === 'unsure') return { value: text, whole: true };
  const parts = text.split(',');
  const symptoms = [...new Set(parts.filter((id) => ID.test(id)))];
  return { value: symptoms, whole: parts.every((id) => ID.test(id)) };
}

/** The part of a query that is read; an answer that the limit would cut in two is left out. */
export function readable(query: string): string {
  return query.length <= QUERY_LIMIT ? query : query.slice(0, Math.max(query.lastIndexOf('&', QUERY_LIMIT), 0));
}

export interface Decoded {
  readonly walk: Walk;
  /** True when part of the query could not be read as an answer. */
  readonly damaged: boolean;
}

/**
 * Reads a walk from a query string. Never throws; what is not an answer is left out, and of an answer
 * given twice the first counts. Keys that cannot be a question's id, such as utm_source, are not ours
 * and are passed over in silence.
 * @param query with or without the question mark; only the first 8,000 characters are read
 */
export function decodeWalk(query: string): Decoded {
  const values = new Map<string, AnswerValue>();
  let damaged = query.length > QUERY_LIMIT;
  for (const [key, text] of new URLSearchParams(readable(query))) {
    if (!ID.test(key) || (MARK_KEYS as readonly string[]).includes(key)) continue;
    const { value, whole } = decodeValue(text);
    if (!whole || values.has(key)) damaged = true;
    if (value.length > 0 && !values.has(key)) values.set(key, value);
  }
  const seen = values.get('seen') ?? [];
  values.delete('seen');
  return {
    walk: {
      answers: [...values].map(([question, value]) => ({ question, value })),
      seen: typeof seen === 'string' ? [] : seen,
    },
    damaged: damaged || typeof seen === 'string',
  };
}
