import { linkTarget } from '../domain/text/link.ts';
import { plainText } from '../domain/text/parse.ts';
import type { SearchEntry, SearchIndex } from '../domain/search/model.ts';
import { contentWords } from '../domain/search/words.ts';
import { AREA_NAMES, BASIS_WEIGHT, VERDICT_NAMES } from '../domain/vocabulary.ts';
import type { Knowledge } from './model.ts';
import type { Cause } from './schemas/cause.ts';
import { SEARCH_PAGES } from './search-pages.ts';
import { LAY_WORDS, SAME } from './search-words.ts';
import { causesOf, codesInOrder } from './views.ts';

/** Longest line that answers, in characters: what fits on two lines of a phone. */
const LINE = 100;

type Reader = (source: string) => string;

function shorten(text: string): string {
  if (text.length <= LINE) return text;
  const end = text.slice(0, LINE).lastIndexOf('. ');
  if (end > LINE / 3) return text.slice(0, end + 1);
  return `${text.slice(0, text.lastIndexOf(' ', LINE)).replace(/[,;:.]$/, '')} …`;
}

/** Words of the texts that the entry does not show anyway, each once. */
function furtherWords(texts: readonly string[], shown: readonly string[]): string {
  const known = new Set(contentWords(shown.join(' '), SAME).map((word) => word.stem));
  const further = new Map(
    contentWords(texts.join(' '), SAME).flatMap((word) => (known.has(word.stem) ? [] : [[word.stem, word.surface]])),
  );
  return [...further.values()].join(' ');
}

/** An entry under a link target of the content, with the lay words for that target. */
function entry(
  target: string,
  fields: Omit<SearchEntry, 'href' | 'names' | 'words'>,
  names: readonly string[],
  texts: readonly string[],
): SearchEntry {
  const all = [...names, ...(LAY_WORDS[target] ?? [])];
  const line = shorten(fields.line);
  return {
    ...fields,
    line,
    href: linkTarget(target) ?? target,
    names: all,
    words: furtherWords(texts, [fields.title, line, ...all]),
  };
}

function platformNames(knowledge: Knowledge, cause: Cause): string[] {
  const commands = [
    ...cause.confirm.flatMap((id) => knowledge.checks.get(id)?.commands ?? []),
    ...[...cause.fix.immediate, ...cause.fix.short, ...cause.fix.long].flatMap((step) => step.run),
  ];
  return commands.flatMap((command) => knowledge.platforms.get(command.platform ?? '')?.name ?? []);
}

/** Words of the symptoms that practically prove a cause; what only supports it would find too many. */
function symptomWords(knowledge: Knowledge, cause: Cause): string[] {
  const speaking = cause.evidence.filter((item) => item.weight === 'decisive');
  return speaking.flatMap((item) => knowledge.symptoms.get(item.symptom)?.statement ?? []);
}

function errorEntries(knowledge: Knowledge, read: Reader): SearchEntry[] {
  return codesInOrder(knowledge).flatMap((code) => {
    const error = knowledge.errors.get(code);
    if (error === undefined) return [];
    const fields = {
      kind: 'error',
      title: `Error ${code}: ${read(error.title)}`,
      codes: [code],
      line: read(error.meaning),
      weight: error.status === 'historic' ? 0.8 : 1,
    } as const;
    const names = [error.title, ...error.phrases].map(read).filter((name) => !/^error (?:code: )?\d+$/.test(name));
    return [entry(`error:${code}`, fields, names, [error.category, error.quickFix, error.side.text].map(read))];
  });
}

function causeEntries(knowledge: Knowledge, read: Reader): SearchEntry[] {
  return [...knowledge.causes].map(([id, cause]) => {
    // Half a step up and down: the likelihood orders equals and never beats a better match.
    const weight = 0.9 + BASIS_WEIGHT[cause.likelihood.basis] / 40;
    const fields = {
      kind: 'cause',
      title: read(cause.title),
      codes: [...new Set(cause.codes.map((produces) => produces.code))].sort(),
      line: read(cause.summary),
      weight,
    } as const;
    const texts = [
      AREA_NAMES[cause.area],
      read(cause.summary),
      ...symptomWords(knowledge, cause).map(read),
      ...platformNames(knowledge, cause),
      id,
    ];
    return entry(`cause:${id}`, fields, cause.aliases, texts);
  });
}

function otherEntries(knowledge: Knowledge, read: Reader): SearchEntry[] {
  const guides = [...knowledge.guides].map(([id, guide]) =>
    entry(
      `guide:${id}`,
      { kind: 'guide', title: read(guide.title), codes: [], line: read(guide.summary), weight: 1 },
      [],
      [],
    ),
  );
  const pages = SEARCH_PAGES.map(([path, title, line]) =>
    entry(`page:${path}`, { kind: 'page', title, codes: [], line, weight: 1 }, [], []),
  );
  // The questions of the 1xxx are left to their pages: the index is fetched whole, and the number finds the page.
  const asked = codesInOrder(knowledge).filter((code) => knowledge.errors.get(code)?.family !== '1xxx');
  const questions = asked.flatMap((code) =>
    (knowledge.errors.get(code)?.faq ?? []).map((item) =>
      entry(
        `page:/${code}/#faq`,
        { kind: 'question', title: read(item.q), codes: [code], line: read(item.a), weight: 1 },
        [],
        [],
      ),
    ),
  );
  const disputes = [...knowledge.disputes].map(([id, dispute]) =>
    entry(
      `dispute:${id}`,
      {
        kind: 'dispute',
        title: read(dispute.claim),
        codes: dispute.errors,
        line: `${VERDICT_NAMES[dispute.verdict]}. ${read(dispute.truth)}`,
        weight: 1,
      },
      [],
      [],
    ),
  );
  return [...guides, ...pages, ...questions, ...disputes];
}

/** Numbers inside the page of another code, from that error's phrases: "error 1016" on the page of 530. */
function insideCodes(knowledge: Knowledge): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [code, error] of knowledge.errors) {
    for (const number of error.phrases.join(' ').match(/\b1\d{3}\b/g) ?? [])
      if (!knowledge.errors.has(number)) found[number] = code;
  }
  return found;
}

/** The built-in search index: codes, names, causes, guides, questions and checked claims. */
export function toSearchIndex(knowledge: Knowledge): SearchIndex {
  const read: Reader = (source) => plainText(source, knowledge.figure);
  const codes = codesInOrder(knowledge);
  const entries = [
    ...errorEntries(knowledge, read),
    ...causeEntries(knowledge, read),
    ...otherEntries(knowledge, read),
  ];
  const at = new Map(entries.map((one, position) => [one.href, position]));
  const byCode = codes.map((code) => [
    code,
    [`/${code}/`, ...causesOf(knowledge, code).map(({ id }) => `/causes/${id}/`)].flatMap((href) => at.get(href) ?? []),
  ]);
  return {
    codes,
    inside: insideCodes(knowledge),
    same: SAME,
    entries,
    byCode: Object.fromEntries(byCode) as SearchIndex['byCode'],
  };
}
