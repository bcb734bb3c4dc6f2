import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCidr } from './cidr.ts';
import { inputProblems } from './input.ts';
import { SAMPLE } from './sample.fixture.ts';

const messages = (change: object): string[] =>
  inputProblems({ ...SAMPLE, ...change }).map(({ field, message }) => `${field}: ${message}`);

describe('a CIDR range', () => {
  it.each([
    ['198.51.100.0/24', 0xc6336400n, 0xc63364ffn],
    ['0.0.0.0/0', 0n, 0xffffffffn],
    ['2001:db8::/32', 0x20010db8n << 96n, (0x20010db9n << 96n) - 1n],
    ['1:2:3:4:5:6:7:8/128', 0x00010002000300040005000600070008n, 0x00010002000300040005000600070008n],
    ['::1/128', 1n, 1n],
    ['::/0', 0n, (1n << 128n) - 1n],
    ['0012:0db8::/32', 0x00120db8n << 96n, (0x00120db9n << 96n) - 1n],
  ])('reads %s', (text, first, last) => {
    expect(parseCidr(text)).toMatchObject({ first, last });
  });

  it.each([
    '198.51.100.0',
    '198.51.100.0/',
    '198.51.100.0/33',
    '198.51.100/24',
    '198.51.100.256/32',
    '198.051.100.0/24',
    '00.51.100.0/24',
    '198.51.100.0/08',
    '198.51.100.0/024',
    '2001:db8::/032',
    '2001:db8::/00',
    ' 198.51.100.0/24',
    '198.51.100.0/24\n',
    '198.51.100.0/24,1.1.1.1/32',
    '1/8',
    '2001:db8::',
    '2001:db8::/129',
    '2001:db8:::/32',
    '2001::db8::/32',
    '2001:db8/32',
    '2001:db8:/32',
    ':2001:db8::/32',
    '2001:DB8::/32',
    '2001:db8::12345/128',
    '1:2:3:4:5:6:7::8/128',
    '::ffff:198.51.100.0/120',
    'fe80::1%eth0/64',
    '１９８.51.100.0/24',
    '',
  ])('refuses %j', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });
});

describe('the input', () => {
  it('is fine as published', () => {
    expect(messages({})).toEqual([]);
    expect(messages({ interface: 'enp0s31f6', ports: [1, 65535] })).toEqual([]);
    for (const own of ['192.0.2.7', '10.0.0.0/8', '2001:DB8::7', '2001:db8::/32'])
      expect(messages({ own, ssh: 2222, families: ['ipv6'] })).toEqual([]);
  });

  it.each<[string, object, RegExp]>([
    ['without IPv4', { ipv4: [] }, /ipv4: expected at least one IPv4 range; both families/],
    ['without IPv6', { ipv6: [] }, /ipv6: expected at least one IPv6 range; both families/],
    [
      'with the families mixed up',
      { ipv4: ['2001:db8::/32'] },
      /ipv4: expected an IPv4 range .* found "2001:db8::\/32"/,
    ],
    ['open to all', { ipv4: ['0.0.0.0/0'] }, /ipv4: "0.0.0.0\/0" is wider than \/8/],
    ['open to all, IPv6', { ipv6: ['::/0'] }, /ipv6: "::\/0" is wider than \/16/],
    ['with a private range', { ipv4: ['10.1.0.0/16'] }, /private or reserved/],
    ['with a range around a private one', { ipv4: ['172.0.0.0/8'] }, /private or reserved/],
    ['with loopback', { ipv4: ['127.0.0.1/32'] }, /private or reserved/],
    ['with a local IPv6 range', { ipv6: ['fd00::/16'] }, /private or reserved/],
    ['with host bits', { ipv4: ['198.51.100.7/24'] }, /does not start at the first address/],
    ['with a range twice', { ipv6: ['2001:db8::/32', '2001:db8:0::/32'] }, /"2001:db8:0::\/32" is listed twice/],
    ['without a port', { ports: [] }, /ports: expected at least one port/],
    ['with port 0', { ports: [0] }, /from 1 to 65535, found "0"/],
    ['with a port too high', { ports: [65536] }, /found "65536"/],
    ['with half a port', { ports: [80.5] }, /found "80.5"/],
    ['with no number', { ports: [Number.NaN] }, /found "NaN"/],
    ['with text for a port', { ports: ['80; reboot'] }, /found "80; reboot"/],
    ['with SSH', { ports: [22] }, /SSH are never touched/],
    ['with a port that is the reader’s SSH', { ports: [443, 8443], ssh: 8443 }, /8443 is left out on purpose/],
    ['with an SSH port that is none', { ssh: 70_000 }, /ssh: expected a whole number from 1 to 65535, found "70000"/],
    ['without a family', { families: [] }, /families: expected IPv4, IPv6 or both/],
    ['with a family of another kind', { families: ['ipx'] }, /families: expected/],
    ['with an own name', { own: 'office.example.com' }, /own: expected an address such as/],
    ['with an own address and a command', { own: '192.0.2.7; reboot' }, /own: expected an address such as/],
    ['with everybody as own', { own: '0.0.0.0/0' }, /own: "0.0.0.0\/0" is wider than \/8/],
    ['with an own range that starts late', { own: '192.0.2.7/24' }, /own: "192.0.2.7\/24" does not start/],
    [
      'with 15 ports and an own address',
      { own: '192.0.2.7', ports: Array.from({ length: 15 }, (_, index) => 8000 + index) },
      /at most 14 ports, found 15/,
    ],
    ['with a port twice', { ports: [80, 80] }, /80 is listed twice/],
    ['with 16 ports', { ports: Array.from({ length: 16 }, (_, index) => 8000 + index) }, /at most 15 ports, found 16/],
    ['with an option for an interface', { interface: '-j' }, /interface: expected a name such as eth0/],
    ['with an empty interface', { interface: '' }, /interface: expected a name/],
    ['with a long interface', { interface: 'a'.repeat(16) }, /interface: expected a name/],
  ])('%s is refused', (_, change, expected) => {
    expect(messages(change).join('\n')).toMatch(expected);
  });

  it('names every problem, and cuts long values', () => {
    const found = messages({ ipv4: ['x'.repeat(500), '10.0.0.0/8'], ports: [0] });
    expect(found).toHaveLength(3);
    expect(Math.max(...found.map((message) => message.length))).toBeLessThan(200);
  });

  it('refuses a good range with anything put into it that is not part of one', () => {
    const strange = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => /[^0-9a-f:./]/.test(text));
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLE.ipv4, ...SAMPLE.ipv6), strange, fc.nat(20), (range, text, at) => {
        const hostile = range.slice(0, at) + text + range.slice(at);
        expect(parseCidr(hostile)).toBeUndefined();
      }),
    );
  });
});
