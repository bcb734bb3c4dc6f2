import type { Knowledge } from '../model.ts';
import type { Quantity } from '../schemas/cloudflare.ts';
import { blank } from './inline.ts';
import type { Rule } from './rule.ts';
import { allProse, inProse, type Prose } from './texts.ts';

const UNITS: Readonly<Record<string, string>> = { s: 's|secs?|seconds?', KB: 'KB|KiB|kilobytes?' };
/** Smaller numbers stand for too many other things. */
const SMALLEST = 15;

/** What is looked for in prose, and what to write instead. */
interface Typed {
  readonly pattern: RegExp;
  readonly instead: string;
}

const DAY = 86_400_000;

/** How prose names a value of a figure: `id` in force, `id@day` for a past one. */
function nameOf(id: string, value: Quantity['values'][number], index: number): string {
  if (index === 0) return `{${id}}`;
  const day = value.from ?? new Date(Date.parse(value.until ?? '2000-01-02') - DAY).toISOString().slice(0, 10);
  return `{${id}@${day}}`;
}

function typedNumbers(knowledge: Knowledge): Typed[] {
  const names = new Map<string, string[]>();
  for (const [id, { unit, values }] of knowledge.figures) {
    for (const [index, held] of values.entries()) {
      if (!Object.hasOwn(UNITS, unit) || typeof held.value !== 'number' || held.value < SMALLEST) continue;
      const key = `${String(held.value)} ${unit}`;
      names.set(key, [...(names.get(key) ?? []), nameOf(id, held, index)]);
    }
  }
  return [...names].map(([key, figures]) => {
    const [number = '', unit = ''] = key.split(' ');
    const pattern = new RegExp(
      `(?<![\\w.,:/])${number.replace('.', '\\.')}\\*{0,2}[\\s\\u00a0-]?\\*{0,2}(?:${UNITS[unit] ?? ''})(?!\\w)`,
      'gi',
    );
    return { pattern, instead: `write ${figures.join(' or ')}, or {'${key}'} if the figure is not Cloudflare’s` };
  });
}

function typedRanges({ addresses }: Knowledge): Typed[] {
  return [...addresses.ipv4, ...addresses.ipv6, ...addresses.past].map((range) => ({
    pattern: new RegExp(`(?<![\\w.:])${range.replaceAll('.', '\\.')}(?!\\d)`, 'gi'),
    instead: `name the list in words, link to it, or put the range in {'${range}'} if this one range is meant`,
  }));
}

/** "the 400s" is a class of status codes. */
const STATUS_CLASS = /^[45]00s$/;

/** Disputes quote wrong figures, a source's title is its publisher's, and cloudflare.yaml is where figures live. */
function exempt({ entry, path }: Prose): boolean {
  return (
    entry.collection === 'cloudflare' ||
    entry.collection === 'disputes' ||
    (entry.collection === 'sources' && path?.[0] === 'title')
  );
}

/** No clock, limit or address of Cloudflare's is typed in prose: it would stay when the figure changes. */
export const typedFigures: Rule = ({ knowledge, ...rest }) => {
  const wanted = [...typedNumbers(knowledge), ...typedRanges(knowledge)];
  const any = new RegExp(wanted.map(({ pattern }) => pattern.source).join('|'), 'i');
  return [...allProse({ knowledge, ...rest })].flatMap((piece) => {
    if (exempt(piece) || !any.test(piece.text)) return [];
    const text = blank(blank(piece.text, /\{'[^'}]*'\}/g), /\]\([^()\s]+\)/g);
    return wanted.flatMap(({ pattern, instead }) =>
      [...text.matchAll(pattern)]
        .filter(([found]) => !STATUS_CLASS.test(found))
        .map((match) =>
          inProse(piece, match.index, {
            expected: `expected a figure from content/cloudflare.yaml, found "${match[0]}" typed in prose`,
            remedy: instead,
          }),
        ),
    );
  });
};
