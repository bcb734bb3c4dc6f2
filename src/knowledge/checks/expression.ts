import { GROUPS } from '../../domain/analyzer/pattern.ts';

/** What is wrong with an expression, and how to mend it. */
export interface Flaw {
  readonly expected: string;
  readonly remedy: string;
}

interface Ban {
  readonly form: RegExp;
  readonly flaw: Flaw;
}

const BANS: readonly Ban[] = [
  {
    form: /\(\?<[=!]/,
    flaw: { expected: 'expected no lookbehind', remedy: 'match the words before, and keep what counts in a group' },
  },
  {
    form: /\\[1-9]|\\k</,
    flaw: { expected: 'expected no backreference', remedy: 'write what is meant twice' },
  },
  {
    form: /[*+]|\{\d+,\}/,
    flaw: {
      expected: 'expected repetition with an end, found *, + or {n,}',
      remedy: 'write how often at most, such as [^"]{0,200} or \\d{1,9}; a literal * or + stands in a class: [+]',
    },
  },
];

/** The source without escaped characters and classes, so that only its structure is left. */
function structure(source: string): string {
  return source.replace(/\\[^1-9k]/g, 'x').replace(/\[(?:[^\]])*\]/g, 'x');
}

/** A repetition, and what may be there or not; (? begins a group, and }? or ?? only asks for fewer. */
const CHOICE = /\{\d+,\d+\}|(?<![({}?])\?|\|/y;

/** True when a group that is repeated leaves a choice inside: a repetition, or alternatives. Each round would multiply the ways. */
function nested(source: string): boolean {
  const open: boolean[] = [false];
  for (let i = 0; i < source.length; i++) {
    CHOICE.lastIndex = i;
    if (source[i] === '(') open.push(false);
    else if (source[i] === ')') {
      const inside = open.pop() === true;
      const again = /^\{(?:\d+,)?(?!1\})\d+\}/.test(source.slice(i + 1));
      if (inside && again) return true;
      open.push((open.pop() ?? false) || inside);
    } else if (CHOICE.test(source)) open.push((open.pop(), true));
  }
  return false;
}

function compiled(source: string): string | undefined {
  try {
    new RegExp(source, 'i');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Everything that keeps an expression from being read safely and in linear time. */
export function flawsOf(source: string): Flaw[] {
  const wrong = compiled(source);
  if (wrong !== undefined) return [{ expected: `expected a regular expression: ${wrong}`, remedy: 'correct it' }];
  const bare = structure(source);
  const flaws = BANS.filter(({ form }) => form.test(bare)).map(({ flaw }) => flaw);
  if (nested(bare))
    flaws.push({
      expected: 'expected no repetition or choice inside a repeated group',
      remedy: 'spell one of the two out',
    });
  for (const [, name = ''] of source.matchAll(/\(\?<([A-Za-z]\w*)>/g)) {
    if (!Object.hasOwn(GROUPS, name) && !/^n\d?$/.test(name))
      flaws.push({
        expected: `expected a known name of a group, found "${name}"`,
        remedy: `use one of ${Object.keys(GROUPS).join(', ')}, or n, n1, n2 for numbers to compare`,
      });
  }
  return flaws;
}
