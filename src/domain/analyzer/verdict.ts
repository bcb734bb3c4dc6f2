import { isInner, isOwn } from './codes.ts';
import type { Edge } from './model.ts';
import type { EdgeMark, VendorPlace } from './pattern.ts';

/** What an error shows about who made it. */
export interface Signs {
  readonly code: string | null;
  readonly marks: ReadonlySet<EdgeMark>;
  readonly vendor: { readonly name: string; readonly in: VendorPlace } | undefined;
  /** The status that the origin gave, from a log of Cloudflare; "0" when it gave none. */
  readonly originStatus: string | undefined;
}

export interface Verdict {
  readonly edge: Edge;
  readonly because: string;
}

interface VerdictRule {
  readonly when: (signs: Signs) => boolean;
  readonly edge: Edge;
  readonly because: (signs: Signs) => string;
}

const has =
  (mark: EdgeMark) =>
  ({ marks }: Signs): boolean =>
    marks.has(mark);
const own = ({ code }: Signs): boolean => code !== null && isOwn(code);
/** Statuses that Cloudflare shows on a page of its own although the origin gave them. */
const gateway = ({ code }: Signs): boolean => code === '502' || code === '504';
const page = ({ vendor }: Signs): boolean => vendor?.in === 'page';
const name = ({ vendor }: Signs): string => vendor?.name ?? 'another product';

/** The first rule that fits decides: from what only one party can write to what anyone can. */
const RULES: readonly VerdictRule[] = [
  {
    when: ({ code, originStatus }) => originStatus !== undefined && originStatus !== '0' && originStatus === code,
    edge: 'relayed',
    because: () => 'The log shows the same status from the origin.',
  },
  {
    when: ({ originStatus, code }) => originStatus !== undefined && code !== null && originStatus !== code,
    edge: 'made',
    because: ({ originStatus }) =>
      originStatus === '0'
        ? 'The log shows no status from the origin, so the edge made this one.'
        : `The log shows another status from the origin, ${originStatus ?? ''}.`,
  },
  {
    when: has('relayed'),
    edge: 'relayed',
    because: () => 'The origin gave this status itself.',
  },
  {
    when: (signs) => page(signs) && !has('made')(signs) && has('transit')(signs),
    edge: 'relayed',
    because: (signs) => `The page is ${name(signs)}’s; the headers show that it passed through Cloudflare.`,
  },
  {
    when: (signs) => page(signs) && !has('made')(signs) && !has('branded')(signs),
    edge: 'absent',
    because: (signs) => `The page is ${name(signs)}’s, and nothing in the text shows Cloudflare.`,
  },
  {
    when: has('made'),
    edge: 'made',
    because: () => 'Only Cloudflare’s edge writes a body of this form.',
  },
  {
    when: (signs) => has('branded')(signs) && gateway(signs),
    edge: 'relayed',
    because: ({ code }) =>
      `A page in Cloudflare’s design with ${code ?? ''} stands for a ${code ?? ''} that the origin gave; one that the edge makes is bare.`,
  },
  {
    when: (signs) => has('branded')(signs) && signs.code !== null,
    edge: 'made',
    because: () => 'The page is Cloudflare’s own, and it shows this code for errors that the edge makes.',
  },
  {
    when: (signs) => has('transit')(signs) && own(signs),
    edge: 'made',
    because: () => 'Only Cloudflare gives this code, and the text shows that the answer came from its edge.',
  },
  {
    when: (signs) => has('transit')(signs),
    edge: 'unclear',
    because: () =>
      'The text shows that the answer passed through Cloudflare; that is so for errors of the origin and of the edge alike.',
  },
  {
    when: ({ vendor }) => vendor !== undefined,
    edge: 'absent',
    because: (signs) => `The answer names ${name(signs)}, and nothing in the text shows Cloudflare.`,
  },
  {
    when: has('outside'),
    edge: 'absent',
    because: () => 'Nothing in the text shows Cloudflare.',
  },
  {
    when: own,
    edge: 'unclear',
    because: ({ code }) =>
      `Cloudflare gives ${isInner(code ?? '') ? 'numbers' : 'codes'} like this one, and nothing else in the text shows who made it.`,
  },
];

const NOTHING: Verdict = { edge: 'unclear', because: 'The text does not show Cloudflare’s part.' };

/** Who made an error, as far as the text shows, and how we can tell. DESIGN section 8. */
export function judge(signs: Signs): Verdict {
  const rule = RULES.find(({ when }) => when(signs));
  return rule === undefined ? NOTHING : { edge: rule.edge, because: rule.because(signs) };
}
