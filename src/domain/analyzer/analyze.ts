import { collector, type Collected } from './collect.ts';
import type { Reader } from './compile.ts';
import { errorsOf, readFindings } from './conclude.ts';
import { answersOf, findingsOf, merged } from './sightings.ts';
import { reportLines } from './diagnose.ts';
import type { Analysis, Artefact, Edge, Facts, Finding, Personal, ReadError, Unread } from './model.ts';
import { findPersonal } from './personal.ts';
import type { EdgeMark } from './pattern.ts';
import { peerSorter } from './ranges.ts';
import { type Hit, scan } from './scan.ts';

/** Order in which errors are told first: what Cloudflare made says most. */
const TELLING: readonly Edge[] = ['made', 'relayed', 'unclear', 'absent'];

function foremost(errors: readonly ReadError[]): ReadError | undefined {
  const rank = (error: ReadError): number => TELLING.indexOf(error.edge) + (error.code === null ? TELLING.length : 0);
  return [...errors].sort((a, b) => rank(a) - rank(b))[0];
}

/** Facts of a text without an error: of the first request or line that has each. */
function looseFacts({ drafts }: Collected): Facts {
  return {
    rayId: drafts.find(({ ray }) => ray !== undefined)?.ray ?? null,
    colo: drafts.find(({ colo }) => colo !== undefined)?.colo ?? null,
    when: drafts.find(({ when }) => when !== undefined)?.when ?? null,
    host: drafts.find(({ host }) => host !== undefined)?.host ?? null,
    elapsedSeconds: drafts.find(({ seconds }) => seconds !== undefined)?.seconds ?? null,
  };
}

function unreadOf(collected: Collected, longLines: readonly number[], when: string | null): Unread[] {
  const unread: Unread[] = [];
  for (const [id, line] of collected.unknown)
    unread.push({ why: `"${id.slice(0, 60)}" is no symptom that this guide knows.`, lines: [line] });
  if (longLines.length > 0) unread.push({ why: 'Long lines were read in pieces of 16 kB.', lines: longLines });
  if (when !== null && !when.endsWith('Z'))
    unread.push({ why: 'The time has no zone, so it may not be UTC.', lines: [] });
  return unread;
}

const NO_PART = {
  edge: 'absent',
  because: 'The lines are of a server or a client, and nothing in the text shows Cloudflare.',
} as const;
const OWN_PAGE = {
  edge: 'made',
  because: 'Only Cloudflare’s edge writes a body of this form; no code was read in it.',
} as const;
const PASSED = {
  edge: 'unclear',
  because: 'The text shows Cloudflare, and no error.',
} as const;
const NOTHING = { edge: 'unclear', because: 'Nothing was recognised.' } as const;

function verdictWithout(collected: Collected, findings: readonly Finding[]): { edge: Edge; because: string } {
  const shows = (mark: EdgeMark): boolean => collected.drafts.some(({ marks }) => marks.has(mark));
  if (shows('made')) return OWN_PAGE;
  if (shows('transit') || shows('branded')) return PASSED;
  const reason = collected.drafts.find((draft) => draft.because !== undefined)?.because;
  if (reason !== undefined)
    return { edge: 'absent', because: `The report says that the fault is outside the host: ${reason}` };
  return findings.length > 0 || collected.telling ? NO_PART : NOTHING;
}

function conclude(
  collected: Collected,
  longLines: readonly number[],
  personal: readonly Personal[],
  { book }: Reader,
): Analysis {
  const errors = errorsOf(collected.drafts);
  const peerOf = peerSorter(book.ranges);
  const seen = [...findingsOf(collected.sightings, peerOf), ...answersOf(collected.drafts, peerOf)];
  const first = foremost(errors);
  const findings = merged([...readFindings(first === undefined ? [] : [first, ...errors], book), ...seen]);
  const facts = first ?? looseFacts(collected);
  const { edge, because } = first ?? verdictWithout(collected, seen);
  const { rayId, colo, when, host, elapsedSeconds } = facts;
  const artefacts = [...collected.kinds].map(([kind, lines]): Artefact => ({ title: book.kinds[kind] ?? '', lines }));
  const recognised = errors.length > 0 || findings.length > 0 || collected.telling;
  return {
    recognised,
    code: first?.code ?? null,
    edge,
    because,
    rayId,
    colo,
    when,
    host,
    elapsedSeconds,
    vendor: first?.vendor ?? errors.find(({ vendor }) => vendor !== null)?.vendor ?? null,
    errors,
    findings,
    rulesOut: [],
    artefacts: recognised ? artefacts : [],
    unread: unreadOf(collected, longLines, when),
    personal,
  };
}

/**
 * Reads a text in slices. Each step of the generator gives the characters read so far; the last gives the result. Stop
 * asking to cancel. Never throws, whatever the text.
 * @param text at most TEXT_LIMIT characters; the caller refuses longer ones
 */
export function* analysis(text: string, reader: Reader): Generator<number, Analysis> {
  const gathered = collector(reader.book);
  const longLines: number[] = [];
  yield* scan(text, reader, {
    hits: gathered.take,
    longLine: (line) => {
      if (longLines.at(-1) !== line && longLines.length < 20) longLines.push(line);
    },
  });
  const report = reportLines(text);
  if (report !== undefined) {
    const take = (hits: readonly Hit[]): void => {
      gathered.take(hits.map((hit) => ({ ...hit, line: report.line })));
    };
    const steps = scan(report.lines.join('\n'), reader, { hits: take, longLine: () => undefined });
    while (steps.next().done !== true);
  }
  const looking = findPersonal(text, reader.book.ranges);
  for (let step = looking.next(); ; step = looking.next()) {
    if (step.done === true) return conclude(gathered.done(), longLines, step.value, reader);
    yield text.length;
  }
}

/** Reads a text in one go. */
export function analyze(text: string, reader: Reader): Analysis {
  const steps = analysis(text, reader);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
