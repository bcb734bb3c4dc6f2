import { test } from 'vitest';
import { lacking } from '../runner/needs.ts';

const needs = await lacking();

/** Words for the name of a test that this machine cannot run; empty when it can. */
export const SKIPPED = needs === undefined ? '' : ` (skipped: needs ${needs})`;

/** A test that needs the lab; skipped with the reason printed where the machine does not allow it. */
export const labTest = needs === undefined ? test : test.skip;
