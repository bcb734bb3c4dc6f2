import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLATFORM_GENERATORS } from '../../domain/firewall/registry.ts';
import { SAMPLE } from '../../domain/firewall/sample.fixture.ts';
import { type Choice, FAMILY_CHOICES, make, readChoice, start, type ToolData, writeChoice } from './choice.ts';

const DATA: ToolData = { ...SAMPLE, checked: '2026-11-20', ports: [80, 443, 2053, 8080, 8443] };
const anyChoice: fc.Arbitrary<Choice> = fc.record({
  platform: fc.constantFrom(...PLATFORM_GENERATORS),
  family: fc.constantFrom(...FAMILY_CHOICES),
  ports: fc.subarray([...DATA.ports], { minLength: 1 }),
  ssh: fc.option(fc.integer({ min: 1, max: 65_535 }).map(String), { nil: '' }),
  own: fc.constant(''),
});

describe('the choice in the address', () => {
  it('leads back to every choice', () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        expect(readChoice(writeChoice(choice), DATA)).toEqual({ choice, leftOut: [] });
      }),
    );
  });

  it('never holds the reader’s own address', () => {
    expect(writeChoice({ ...start(), own: '192.0.2.77' })).not.toContain('192.0.2.77');
  });

  it('leaves out a port of SSH that is none', () => {
    fc.assert(
      fc.property(fc.string(), (ssh) => {
        expect(readChoice(writeChoice({ ...start(), ssh }), DATA).leftOut).toEqual([]);
      }),
    );
  });

  it('starts anew from whatever it does not know, and says what it left out', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const part = encodeURIComponent(text);
        const { choice } = readChoice(`?platform=${part}&ports=${part}&families=${part}&ssh=${part}`, DATA);
        expect(PLATFORM_GENERATORS).toContain(choice.platform);
        for (const port of choice.ports) expect(DATA.ports).toContain(port);
      }),
    );
    const { choice, leftOut } = readChoice('?platform=<b>&ports=80,8081&families=ipx&ssh=0022', DATA);
    expect(choice).toEqual(start());
    expect(leftOut).toHaveLength(4);
    expect(leftOut.join(' ')).not.toMatch(/<b>|8081|ipx|0022/);
  });
});

describe('what is made of a choice', () => {
  it('is a configuration for every choice that keeps SSH out of the ports', () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        expect('made' in make(choice, DATA)).toBe(choice.ssh === '' || !choice.ports.includes(Number(choice.ssh)));
      }),
      { numRuns: 50 },
    );
  });

  it.each<[string, Partial<Choice>, string]>([
    ['no port', { ports: [] }, 'ports'],
    ['the port of SSH', { ports: [443, 8443], ssh: '8443' }, 'ssh'],
    ['a word for an SSH port', { ssh: 'abc' }, 'ssh'],
    ['a port that is none', { ssh: '65536' }, 'ssh'],
    ['a name for an address', { own: 'office.example.com' }, 'own'],
    ['a command for an address', { own: '192.0.2.7 $(reboot)' }, 'own'],
  ])('%s: is refused and names the field', (_, change, field) => {
    const result = make({ ...start(), ...change }, DATA);
    expect('problems' in result ? result.problems.map((problem) => problem.field) : []).toContain(field);
  });
});
