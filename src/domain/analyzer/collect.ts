import type { Hit } from './scan.ts';
import { add, contradicts, type Draft, newDraft, type Said, saidBy } from './draft.ts';
import { LINES_KEPT } from './model.ts';
import { BEGINNINGS, type PatternBook } from './pattern.ts';
import { holder } from './ranges.ts';

/** A symptom that lines show, before it is known to which address the request went. */
export interface Sighting {
  readonly symptom: string;
  readonly pattern: string;
  readonly says: string;
  readonly unless: readonly string[];
  readonly lines: number[];
  /** The request that it belongs to. */
  readonly draft: Draft;
}

/** Everything that the patterns found, in the order of the text. */
export interface Collected {
  readonly drafts: readonly Draft[];
  readonly sightings: readonly Sighting[];
  /** Kinds of text, with their lines. */
  readonly kinds: ReadonlyMap<number, readonly number[]>;
  /** A pattern that tells of an origin, an edge or another product matched. */
  readonly telling: boolean;
  /** Ids that diagnose.sh printed and the guide does not know. */
  readonly unknown: ReadonlyMap<string, number>;
}

export interface Collector {
  readonly take: (hits: readonly Hit[]) => void;
  readonly done: () => Collected;
}

/** Facts that make a draft worth keeping. */
const worth = ({ code, vendor, ray, when, host, status, marks }: Draft): boolean =>
  [code, vendor, ray, when, host, status].some((fact) => fact !== undefined) || marks.size > 0;

/** A page or body was read already. */
const hasBody = ({ marks, vendor }: Draft): boolean =>
  marks.has('branded') || marks.has('made') || vendor?.in === 'page';

/** True when a page can be the one of the draft: the title of its tab was read, with the same code, and no more of it. */
const onlyTitled = ({ code, ray, when }: Draft, said: Said): boolean => (ray ?? when ?? said.code) === code;

/** What begins something is read before what only adds to it. */
const weight = ({ pattern }: Hit): number =>
  pattern.begins === undefined ? -1 : BEGINNINGS.length - BEGINNINGS.indexOf(pattern.begins);

function keepLine(lines: number[], line: number): void {
  if (lines.at(-1) !== line && lines.length < LINES_KEPT) lines.push(line);
}

/** Gathers hits into requests and symptoms. A line that begins a request, an answer or a record parts one from the next. */
export function collector(book: PatternBook): Collector {
  const drafts: Draft[] = [];
  const sightings = new Map<string, Sighting>();
  const kinds = new Map<number, number[]>();
  const unknown = new Map<string, number>();
  const ofEdge = holder(book.ranges);
  let current = newDraft();
  let telling = false;

  const close = (): void => {
    if (worth(current) || current.peer !== undefined) drafts.push(current);
  };
  const open = (draft: Draft): void => {
    close();
    current = draft;
  };
  const sight = (symptom: string, { pattern, groups, line }: Hit, draft: Draft): void => {
    // Lines of a log are told together; what a request shows depends on where it went.
    const key = `${symptom} ${pattern.id} ${draft.record ? 'record' : String(drafts.length)}`;
    const known = sightings.get(key);
    if (known !== undefined) {
      keepLine(known.lines, line);
      return;
    }
    const says = groups.says ?? pattern.says ?? '';
    sightings.set(key, { symptom, pattern: pattern.id, says, unless: pattern.unless ?? [], lines: [line], draft });
  };
  const begin = (line: readonly { readonly hit: Hit; readonly said: Said }[]): void => {
    const [first] = line;
    if (first === undefined) return;
    const { said } = first;
    const begins = first.hit.pattern.begins;
    if (begins === 'request') open(newDraft());
    else if (begins === 'response' && (current.code ?? current.status) !== undefined)
      open(newDraft({ host: said.host ?? current.host, peer: said.peer ?? current.peer }));
    else if (begins === 'page' && hasBody(current) && !onlyTitled(current, said)) open(newDraft());
    else if (line.some((one) => contradicts(current, one.said))) {
      const { code } = current;
      // Another Ray ID below a page means that the page was of that request: its code goes with it.
      const page = hasBody(current) && line.every((one) => one.said.code === undefined);
      open(newDraft());
      if (page) current.code = code;
    }
  };
  const takeOne = (hit: Hit, said: Said, draft: Draft): void => {
    const { pattern, groups, line } = hit;
    add(draft, said, pattern, line);
    // The server answered a request that Cloudflare had passed on, so Cloudflare passes its answer on too.
    if (groups.via !== undefined && ofEdge(groups.via)) draft.marks.add('relayed');
    telling ||= pattern.edge !== undefined || pattern.vendor !== undefined;
    for (const symptom of pattern.symptoms) sight(symptom, hit, draft);
    const printed = groups.symptom;
    if (printed === undefined) return;
    if (Object.hasOwn(book.symptoms, printed)) sight(printed, hit, draft);
    else if (!unknown.has(printed)) unknown.set(printed, line);
  };

  return {
    take: (hits) => {
      const line = hits
        .map((hit) => ({ hit, said: saidBy(hit.pattern, hit.groups, hit.text, book) }))
        .sort((a, b) => weight(b.hit) - weight(a.hit));
      const record = line.some(({ hit }) => hit.pattern.begins === 'record') ? newDraft(undefined, true) : undefined;
      if (record === undefined) begin(line);
      for (const { hit, said } of line) {
        takeOne(hit, said, record ?? current);
        const lines = kinds.get(hit.pattern.kind);
        if (lines === undefined) kinds.set(hit.pattern.kind, [hit.line]);
        else keepLine(lines, hit.line);
      }
      if (record !== undefined && worth(record)) drafts.push(record);
    },
    done: () => {
      close();
      return { drafts, sightings: [...sightings.values()], kinds, telling, unknown };
    },
  };
}
