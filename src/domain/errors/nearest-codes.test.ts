import { expect, test } from 'vitest';
import { nearestCodes } from './nearest-codes.ts';

const KNOWN = ['520', '521', '527', '530'];

test('nearest first, the smaller of two equals first', () => {
  expect(nearestCodes(599, KNOWN)).toEqual(['530', '527', '521']);
  expect(nearestCodes(524, KNOWN)).toEqual(['521', '527', '520']);
});

test('never more than there are', () => {
  expect(nearestCodes(1, ['520'])).toEqual(['520']);
});
