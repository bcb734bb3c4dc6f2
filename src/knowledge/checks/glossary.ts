import { at, type Rule } from './rule.ts';

/** A spelling means one word, and a phrase is excepted only where a word would be found in it. */
export const glossary: Rule = (context) => {
  const owner = new Map<string, string>();
  return [...context.knowledge.glossary].flatMap(([id, { words, except }]) => {
    const taken = words.flatMap((word, index) => {
      const other = owner.get(word);
      owner.set(word, other ?? id);
      if (other === undefined) return [];
      const expected = `expected a spelling that no other word has, found "${word}", which is also a spelling of "${other}"`;
      const remedy = 'keep it where it is meant, and take it away here';
      return [at(context, { collection: 'glossary', id, path: ['words', index] }, { expected, remedy })];
    });
    const idle = except.flatMap((phrase, index) => {
      if (words.some((word) => phrase.includes(word))) return [];
      const expected = `expected a phrase that holds one of the spellings, found "${phrase}"`;
      const remedy = 'correct the phrase, or take it away: nothing would be found in it';
      return [at(context, { collection: 'glossary', id, path: ['except', index] }, { expected, remedy })];
    });
    return [...taken, ...idle];
  });
};
