import type { CollectionName } from '../schemas/index.ts';
import type { Context } from './rule.ts';

/**
 * Whether every entry of a collection passed its schema. Rules about what is missing or cannot be reached wait
 * for that, so that one mistyped field does not bring a hundred other messages with it.
 */
export function isWhole({ knowledge, raw }: Context, collection: CollectionName): boolean {
  const found = [...raw.values()].filter((entry) => entry.collection === collection);
  return found.length === knowledge[collection].size;
}
