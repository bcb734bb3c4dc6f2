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

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Writes a walk as a query string, without the question mark. Empty for an empty walk. */
export function encodeWalk(walk: Walk): string {
  const parts = walk.answers.map(({ question, value }) => `${question}=${typeof value === 'string' ? value : value.join(',')}`);
  if (walk.seen.length > 0) parts.push(`seen=${walk.seen.join(',')}`);
  return parts.join('&');
}

function decodeValue(text: string): AnswerValue | undefined {
  if (text === 'none' || text === 'unsure') return text;
  const symptoms = text.split(',').filter((id) => ID.test(id));
  return symptoms.length === 0 ? undefined : [...new Set(symptoms)];
}

export interface Decoded {
  readonly walk: Walk;
  /** True when part of the query could not be read as an answer. */
  readonly damaged: boolean;
}

/**
 * Reads a walk from a query string. Never throws; what is not an answer is left out.
 * Keys that cannot be a question's id, such as utm_source, are not ours and are passed over in silence.
 * @param query with or without the question mark; only the first 8,000 characters are read
 */
export function decodeWalk(query: string): Decoded {
  const answers = new Map<string, AnswerValue>();
  let seen: string[] = [];
  let damaged = query.length > QUERY_LIMIT;
  for (const [key, text] of new URLSearchParams(query.slice(0, QUERY_LIMIT))) {
    if (!ID.test(key)) continue;
    const value = decodeValue(text);
    if (key === 'seen') seen = Array.isArray(value) ? [...(value as readonly string[])] : [];
    else if (value === undefined || answers.has(key)) damaged = true;
    else answers.set(key, value);
  }
  return { walk: { answers: [...answers].map(([question, value]) => ({ question, value })), seen }, damaged };
}
