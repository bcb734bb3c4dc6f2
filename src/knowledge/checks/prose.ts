import { isMarker, MARKERS, type Token } from '../../domain/text/parse.ts';
import { rawKey } from '../read.ts';
import type { CollectionName } from '../schemas/index.ts';
import { FILLER, type Placed, placedTokens, sourceOf } from './inline.ts';
import { nearest } from './references.ts';
import type { Context, Rule } from './rule.ts';
import { allProse, inProse, type Prose } from './texts.ts';

interface Told {
  readonly expected: string;
  readonly remedy: string;
}

/** Collections that a link can point into. */
const LINKED: Readonly<Record<string, CollectionName>> = {
  error: 'errors',
  cause: 'causes',
  guide: 'guides',
  check: 'checks',
  dispute: 'disputes',
  question: 'questions',
  source: 'sources',
  term: 'glossary',
};
const KINDS = [...Object.keys(LINKED), 'page'].map((kind) => `${kind}:`).join(', ');

function guess(wanted: string, known: Iterable<string>, otherwise: string): string {
  const found = nearest(wanted, known);
  return found === undefined ? otherwise : `did you mean "${found}"? Otherwise ${otherwise}`;
}

function figure({ knowledge, raw }: Context, reference: string): Told | undefined {
  const [id = '', day] = reference.split('@');
  const broken = raw.has(rawKey('cloudflare', id)) && !knowledge.cloudflare.has(id);
  if (broken || knowledge.figure(reference) !== undefined) return undefined;
  if (day !== undefined && knowledge.figures.has(id)) {
    const expected = `expected a day on which a value of "${id}" is known, found "${day}"`;
    return { expected, remedy: `use a day within from and until of a value of "${id}" in content/cloudflare.yaml` };
  }
  const expected = `expected a figure of content/cloudflare.yaml, found {${reference}}`;
  return {
    expected,
    remedy: guess(id, knowledge.figures.keys(), 'add the figure there, or put the words in `code` if braces are meant'),
  };
}

function cite({ knowledge, raw }: Context, id: string): Told | undefined {
  if (isMarker(id) || raw.has(rawKey('sources', id))) return undefined;
  const known = [...knowledge.sources.keys(), ...Object.keys(MARKERS)];
  const remedy = guess(id, known, `add the source there, or use a marker: ${Object.keys(MARKERS).join(', ')}`);
  return { expected: `expected the id of an entry in content/sources.yaml, found [^${id}]`, remedy };
}

function link({ knowledge, raw }: Context, to: string): Told | undefined {
  if (to.startsWith('https://')) return undefined;
  const [, kind = '', id = ''] = /^([a-z]+):(.*)$/.exec(to) ?? [];
  if (kind === 'page') {
    if (/^\/(?:.*\/)?$/.test(id)) return undefined;
    return {
      expected: `expected a path that starts and ends with /, found "${id}"`,
      remedy: 'write the path as in page:/compare/',
    };
  }
  const collection = Object.hasOwn(LINKED, kind) ? LINKED[kind] : undefined;
  if (collection === undefined)
    return { expected: `expected a link to ${KINDS} or https://, found "${to}"`, remedy: 'use one of these kinds' };
  if (raw.has(rawKey(collection, id))) return undefined;
  const expected = `expected a link to an entry in content/${collection}, found "${id}", which does not exist`;
  return { expected, remedy: guess(id, knowledge[collection].keys(), `add the entry to content/${collection}`) };
}

/** Marks that the format does not know would reach the reader as they are, or break the page. */
function stray(text: string): { index: number; told: Told } | undefined {
  const match = /(?<!\\)\{[^}\n]*\}?|\[\^[^\]\n]*\]?|\]\([^)\n]*\)?/.exec(text);
  if (match === null) return undefined;
  const expected = `expected {figure}, {'literal'}, [^source] or [words](kind:id), found "${match[0].replaceAll(FILLER, '…')}"`;
  return {
    index: match.index,
    told: { expected, remedy: 'correct the mark, or put it in `code` if the characters themselves are meant' },
  };
}

/** Fields are shown token by token, so marks inside marks would be shown as they are. */
function nested(token: Token): Told | undefined {
  if (token.type !== 'strong' && token.type !== 'em' && token.type !== 'link') return undefined;
  const inner = [...placedTokens(token.text)].find((place) => place.token.type !== 'text')?.token;
  if (inner === undefined && !token.text.includes(FILLER)) return undefined;
  const found = inner === undefined ? 'code' : sourceOf(inner);
  return {
    expected: `expected plain words inside strong, emphasised or linked words, found ${found}`,
    remedy: 'take one of the two marks away; fields do not nest them',
  };
}

/** What is wrong with one token of a piece, each with its place. */
function faults(
  context: Context,
  piece: Prose,
  { token, offset }: Placed,
): { offset: number; told: Told | undefined }[] {
  const here = (told: Told | undefined) => ({ offset, told });
  const inField = piece.path === undefined ? [] : [here(nested(token))];
  switch (token.type) {
    case 'text': {
      const loose = stray(token.text);
      return [{ offset: offset + (loose?.index ?? 0), told: loose?.told }];
    }
    case 'value':
      return [here(figure(context, token.id))];
    case 'cite':
      return [here(cite(context, token.id))];
    case 'link':
      return [here(link(context, token.to)), ...inField];
    default:
      return inField;
  }
}

/** Every figure, citation and link in prose leads somewhere. */
export const prose: Rule = (context) =>
  [...allProse(context)].flatMap((piece) =>
    [...placedTokens(piece.text)]
      .flatMap((placed) => faults(context, piece, placed))
      .flatMap(({ offset, told }) => (told === undefined ? [] : [inProse(piece, offset, told)])),
  );
