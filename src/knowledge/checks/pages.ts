import type { Problem } from '../problem.ts';
import { at, type Context, type Rule } from './rule.ts';

function fileNames(context: Context): Problem[] {
  return [...context.knowledge.errors].flatMap(([id, { code }]) => {
    if (id === code) return [];
    const told = {
      expected: `expected the code "${id}", as the file is named, found "${code}"`,
      remedy: `rename the file to ${code}.mdx or correct the code`,
    };
    return [at(context, { collection: 'errors', id, path: ['code'] }, told)];
  });
}

/** A code with two conditions tells them apart by letter. */
function conditions(context: Context): Problem[] {
  return [...context.knowledge.errors].flatMap(([id, { breaks }]) => {
    if (breaks.length < 2) return [];
    const letters = breaks.map((item) => item.id);
    return letters.flatMap((letter, index) => {
      if (letter !== undefined && letters.indexOf(letter) === index) return [];
      const expected = `expected each condition to have a letter of its own, found ${letter === undefined ? 'none' : `"${letter}" again`}`;
      return [
        at(
          context,
          { collection: 'errors', id, path: ['breaks', index, 'id'] },
          { expected, remedy: 'give the two conditions the ids A and B' },
        ),
      ];
    });
  });
}

/** An alias redirects, so it must not be the address of a page or of another alias. */
function aliases(context: Context): Problem[] {
  return (['causes', 'guides'] as const).flatMap((collection) => {
    const taken = new Map(
      [...context.knowledge[collection].keys()].map((id) => [id, `the id of content/${collection}/${id}.mdx`]),
    );
    return [...context.knowledge[collection]].flatMap(([id, entry]) =>
      entry.aliases.flatMap((alias, index) => {
        const holder = taken.get(alias);
        taken.set(alias, `an alias of ${id}`);
        if (holder === undefined) return [];
        const told = {
          expected: `expected an alias that nothing else uses, found "${alias}", which is ${holder}`,
          remedy: 'remove the alias, or rename the other',
        };
        return [at(context, { collection, id, path: ['aliases', index] }, told)];
      }),
    );
  });
}

/** Pages stand where their names say, and nowhere twice. */
export const pages: Rule = (context) => [...fileNames(context), ...conditions(context), ...aliases(context)];
