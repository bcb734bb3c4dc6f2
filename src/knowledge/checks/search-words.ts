import { searchTargets } from '../search-pages.ts';
import { nearest } from './references.ts';
import { at, type Rule } from './rule.ts';

/** Words lead to a page that exists, and what people type is read in one way only. */
export const searchWords: Rule = (context) => {
  const targets = searchTargets(context.knowledge);
  const lost = [...context.knowledge.words.keys()].flatMap((id) => {
    if (targets.has(id)) return [];
    const guess = nearest(id, targets);
    const told = {
      expected: `expected the link target of a page that can be found, found "${id}"`,
      remedy: guess === undefined ? 'use a target that exists' : `did you mean "${guess}"?`,
    };
    return [at(context, { collection: 'words', id, path: ['id'] }, told)];
  });
  const meanings = new Map<string, string>();
  const twice = [...context.knowledge.synonyms].flatMap(([id, { typed }]) =>
    typed.flatMap((word, index) => {
      const other = meanings.get(word);
      meanings.set(word, id);
      if (other === undefined) return [];
      const told = {
        expected: `expected "${word}" to mean one thing, and it stands for "${other}" already`,
        remedy: 'remove one of the two',
      };
      return [at(context, { collection: 'synonyms', id, path: ['typed', index] }, told)];
    }),
  );
  return [...lost, ...twice];
};
