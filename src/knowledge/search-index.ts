import { linkTarget } from '../domain/text/link.ts';
import { plainText } from '../domain/text/parse.ts';
import { audienceLetters, type ResultKind, type SearchEntry, type SearchIndex } from '../domain/search/model.ts';
import { contentWords } from '../domain/search/words.ts';
import {
  type Access,
  ACCESS_NAMES,
  AREA_NAMES,
  type Audience,
  BASIS_WEIGHT,
  STATION_NAMES,
  VERDICT_NAMES,
} from '../domain/vocabulary.ts';
import type { Knowledge } from './model.ts';
import type { Cause } from './schemas/cause.ts';
import { SEARCH_PAGES } from './search-pages.ts';
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

type Same = SearchIndex['same'];

/** What people type → what the pages say, both as words without marks. */
function sameOf(knowledge: Knowledge): Same {
  const pairs = [...knowledge.synonyms].flatMap(([id, { typed }]) =>
    typed.map((word) => [word, id.replaceAll('-', ' ')]),
  );
  return Object.fromEntries(pairs) as Same;
}

/** Words of the texts that the entry does not show anyway, each once. */
function furtherWords(texts: readonly string[], shown: readonly string[], same: Same): string {
  const known = new Set(contentWords(shown.join(' '), same).map((word) => word.stem));
  const further = new Map(
    contentWords(texts.join(' '), same).flatMap((word) => (known.has(word.stem) ? [] : [[word.stem, word.surface]])),
  );
  return [...further.values()].join(' ');
}

/** What an entry says of itself; what is left out is empty. */
interface Fields {
  readonly kind: ResultKind;
  readonly title: string;
  readonly line: string;
  readonly codes?: readonly string[];
  readonly audiences?: readonly Audience[];
  readonly stage?: string;
  readonly weight?: number;
  /** Names of its own. */
  readonly names?: readonly string[];
  /** Texts whose words lead to it. */
  readonly texts?: readonly string[];
}

/** An entry under a link target of the content, with the words that people use for that target. */
function entry(knowledge: Knowledge, target: string, fields: Fields): SearchEntry {
  const names = [...(fields.names ?? []), ...(knowledge.words.get(target)?.words ?? [])];
  const line = shorten(fields.line);
  return {
    kind: fields.kind,
    title: fields.title,
    href: linkTarget(target) ?? target,
    codes: fields.codes ?? [],
    for: audienceLetters(fields.audiences ?? []),
    stage: fields.stage ?? '',
    line,
    names,
    words: furtherWords(fields.texts ?? [], [fields.title, line, ...names], sameOf(knowledge)),
    weight: fields.weight ?? 1,
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
    return entry(knowledge, `error:${code}`, {
      kind: 'error',
      title: `Error ${code}: ${read(error.title)}`,
      codes: [code],
      stage: [...new Set(error.breaks.map(({ at }) => STATION_NAMES[at]))].join(', '),
      line: read(error.meaning),
      weight: error.status === 'historic' ? 0.8 : 1,
      names: [error.title, ...error.phrases].map(read).filter((name) => !/^error (?:code: )?\d+$/.test(name)),
      texts: [error.category, error.quickFix, error.side.text].map(read),
    });
  });
}

/** Whom a cause concerns: the one who can reach what confirms it. */
function concerned(knowledge: Knowledge, cause: Cause): Audience[] {
  const reach = new Set(cause.confirm.map((id) => knowledge.checks.get(id)?.access));
  const by = (levels: readonly Access[], audience: Audience) =>
    levels.some((one) => reach.has(one)) ? [audience] : [];
  return [...by(['browser', 'dashboard'], 'owner'), ...by(['laptop', 'shell'], 'sysadmin')];
}

function causeEntries(knowledge: Knowledge, read: Reader): SearchEntry[] {
  return [...knowledge.causes].map(([id, cause]) =>
    entry(knowledge, `cause:${id}`, {
      kind: 'cause',
      title: read(cause.title),
      codes: [...new Set(cause.codes.map((produces) => produces.code))].sort(),
      audiences: concerned(knowledge, cause),
      stage: AREA_NAMES[cause.area],
      line: read(cause.summary),
      // Half a step up and down: the likelihood orders equals and never beats a better match.
      weight: 0.9 + BASIS_WEIGHT[cause.likelihood.basis] / 40,
      names: cause.aliases,
      texts: [read(cause.summary), ...symptomWords(knowledge, cause).map(read), ...platformNames(knowledge, cause), id],
    }),
  );
}

function pageEntries(knowledge: Knowledge, read: Reader): SearchEntry[] {
  const libraries = [...knowledge.clients.values()].flatMap(({ name, language }) => [name, language]);
  return [
    ...[...knowledge.guides].map(([id, guide]) =>
      entry(knowledge, `guide:${id}`, {
        kind: 'guide',
        title: read(guide.title),
        line: read(guide.summary),
        audiences: guide.audiences,
      }),
    ),
    ...SEARCH_PAGES.map((page) =>
      entry(knowledge, `page:${page.path}`, { ...page, names: page.path === '/clients/' ? libraries : [] }),
    ),
    ...[...knowledge.checks].map(([id, check]) =>
      entry(knowledge, `check:${id}`, { kind: 'check', title: read(check.title), line: ACCESS_NAMES[check.access] }),
    ),
  ];
}

function claimEntries(knowledge: Knowledge, read: Reader): SearchEntry[] {
  // The questions of the 1xxx are left to their pages: the index is fetched whole, and the number finds the page.
  const asked = codesInOrder(knowledge).filter((code) => knowledge.errors.get(code)?.family !== '1xxx');
  const questions = asked.flatMap((code) =>
    (knowledge.errors.get(code)?.faq ?? []).map((item) =>
      entry(knowledge, `page:/${code}/#faq`, {
        kind: 'question',
        title: read(item.q),
        codes: [code],
        line: read(item.a),
      }),
    ),
  );
  const disputes = [...knowledge.disputes].map(([id, dispute]) =>
    entry(knowledge, `dispute:${id}`, {
      kind: 'dispute',
      title: read(dispute.claim),
      codes: dispute.errors,
      line: `${VERDICT_NAMES[dispute.verdict]}. ${read(dispute.truth)}`,
    }),
  );
  return [...questions, ...disputes];
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
    ...pageEntries(knowledge, read),
    ...claimEntries(knowledge, read),
  ];
  const at = new Map(entries.map((one, position) => [one.href, position]));
  const byCode = codes.map((code) => [
    code,
    [`/${code}/`, ...causesOf(knowledge, code).map(({ id }) => `/causes/${id}/`)].flatMap((href) => at.get(href) ?? []),
  ]);
  return {
    codes,
    inside: insideCodes(knowledge),
    same: sameOf(knowledge),
    entries,
    byCode: Object.fromEntries(byCode) as SearchIndex['byCode'],
  };
}
