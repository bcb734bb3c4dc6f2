import { fileURLToPath } from 'node:url';
import { compile } from '../../src/domain/analyzer/compile.ts';
import { toGraph } from '../../src/knowledge/graph.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { toPatternBook } from '../../src/knowledge/patterns.ts';

const loaded = loadKnowledge(fileURLToPath(new URL('../../content', import.meta.url)), '2026-11-21');
if (loaded.knowledge === undefined) throw new Error('the content has an error; run npm run check:knowledge');

export const knowledge: Knowledge = loaded.knowledge;

/** The patterns of the content, ready to read with. */
export const book = toPatternBook(knowledge);
export const reader = compile(book);
export const graph = toGraph(knowledge);
