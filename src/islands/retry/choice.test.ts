import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CASES, METHODS } from '../../domain/retry/advise.ts';
import { codeDiffers, readChoice, type ToolClient, writeChoice } from './choice.ts';

const CLIENTS: readonly ToolClient[] = [
  { id: 'got', name: 'got', keys: false },
  { id: 'httpx', name: 'httpx', keys: true },
];
const choice = (query: string) => readChoice(query, CLIENTS);

describe('the choice in the address', () => {
  it('leads back to every choice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CASES),
        fc.constantFrom(...METHODS),
        fc.constantFrom(...CLIENTS, undefined),
        (entry, kind, client) => {
          expect(choice(writeChoice({ entry, kind, client }))).toEqual({ entry, kind, client });
        },
      ),
    );
  });

  it('starts anew from whatever it does not know', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        const { entry, kind, client } = choice(`?code=${query}&method=${query}&client=${query}`);
        expect(CASES).toContain(entry);
        expect(METHODS).toContain(kind);
        expect([...CLIENTS, undefined]).toContain(client);
      }),
    );
    expect(choice('').entry.id).toBe('522-early');
  });
});

describe('codeDiffers', () => {
  it.each([
    ['?code=521&method=read', false],
    ['?code=521&method=write', true],
    ['?code=520&method=keyed&client=got', true],
    ['?code=520&method=keyed&client=httpx', false],
    ['?code=1033&method=read', true],
    ['?code=500&method=read', true],
  ])('%s: %s', (query, differs) => {
    expect(codeDiffers(choice(query)) !== undefined).toBe(differs);
  });
});
