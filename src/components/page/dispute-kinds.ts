import type { Dispute } from '../../knowledge/schemas/dispute.ts';

/** Kinds of disputes in the order of the page: heading, and what belongs there. */
export const DISPUTE_KINDS: readonly (readonly [kind: Dispute['kind'], heading: string, text: string])[] = [
  ['popular', 'Popular claims', 'What guides, forums and support replies say.'],
  [
    'cloudflare',
    'Cloudflare against itself',
    'Places where two pages or messages of Cloudflare’s disagree. Both are shown.',
  ],
  ['lab', 'Our lab against popular advice', 'Advice that did something else when we tried it.'],
];
