import Audience from './Audience.astro';
import Cite from './Cite.astro';
import Fence from './Fence.astro';
import Figure from './Figure.astro';

/** What MDX bodies may use; content imports nothing itself. */
export const mdxComponents = { Audience, Cite, Figure, Fence };
