import { expect, it } from 'vitest';
import { spokenNumber } from './spoken.ts';

it.each([
  ['five twenty two', '522'],
  ['five two two', '522'],
  ['five twenty', '520'],
  ['five oh two', undefined],
  ['five zero two', '502'],
  ['ten sixteen', '1016'],
  ['eleven zero one', '1101'],
  ['five timeouts', undefined],
  ['', undefined],
])('“%s” is %s', (spoken, digits) => {
  expect(spokenNumber(spoken.split(' ').filter((word) => word !== ''))).toBe(digits);
});
