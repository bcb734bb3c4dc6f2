import type { Source } from '../../knowledge/schemas/source.ts';

/** Kinds of sources in the order of the bibliography: name, and what such a source can prove. */
export const SOURCE_KINDS: readonly (readonly [kind: Source['kind'], name: string, proves: string])[] = [
  [
    'primary',
    'Primary',
    'Cloudflare, or the maker of the software concerned. Decides which event becomes which code, and what a setting does.',
  ],
  [
    'lab',
    'Our lab',
    'What we made happen on real servers behind a simulated edge. Decides what travels on the wire and what the origin does, never what Cloudflare returns.',
  ],
  [
    'community',
    'Community',
    'Reports of others, with an address. They show that something happens, not how often or why.',
  ],
  ['mechanism', 'Mechanism', 'Our inference from how the protocols work. It is marked as ours wherever it stands.'],
];
