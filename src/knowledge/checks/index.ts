import { references } from './references.ts';
import type { Rule } from './rule.ts';

/** Every cross-check, in the order in which its findings are printed. */
export const rules: readonly Rule[] = [references];
