import { bodies } from './bodies.ts';
import { claims } from './claims.ts';
import { danger } from './danger.ts';
import { ends } from './ends.ts';
import { fences } from './fences.ts';
import { glossary } from './glossary.ts';
import { graph } from './graph.ts';
import { honesty } from './honesty.ts';
import { pages } from './pages.ts';
import { patterns } from './patterns.ts';
import { prose } from './prose.ts';
import { reach } from './reach.ts';
import { references } from './references.ts';
import { results } from './results.ts';
import type { Rule } from './rule.ts';
import { searchWords } from './search-words.ts';
import { scenarios } from './scenarios.ts';
import { sourceList } from './source-list.ts';
import { typedFigures } from './typed-figures.ts';

/** Every cross-check, in the order in which its findings are printed. */
export const rules: readonly Rule[] = [
  references,
  pages,
  bodies,
  fences,
  prose,
  glossary,
  typedFigures,
  claims,
  honesty,
  danger,
  graph,
  reach,
  ends,
  patterns,
  searchWords,
  scenarios,
  results,
  sourceList,
];
