import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FirewallInputError } from './input.ts';
import type { Bundle, Generated } from './model.ts';
import { PLATFORM_GENERATORS } from './registry.ts';
import { SAMPLE } from './sample.fixture.ts';

const bundles = ({ alternative, refresh, ...main }: Generated): Bundle[] =>
  [main, refresh, alternative, alternative?.refresh].filter((bundle) => bundle !== undefined);

const everything = (generated: Generated): string =>
  bundles(generated)
    .flatMap(({ files, apply, check, undo }) => [
      ...files.map(({ text }) => text),
      ...[...apply, ...check, ...undo].map(({ run }) => run),
    ])
    .join('\n');

const META = [
  ';',
  '|',
  '&',
  '$(id)',
  '`id`',
  '>',
  '<',
  '\n',
  '\r',
  '\0',
  "'",
  '"',
  '\\',
  '*',
  '?',
  '~',
  '#',
  '{',
  '}',
  '%',
  '!',
  ' -j ACCEPT',
  '\u2028',
];

const hostileRange = fc
  .tuple(fc.constantFrom(...SAMPLE.ipv4, ...SAMPLE.ipv6), fc.constantFrom(...META), fc.nat(20))
  .map(([range, meta, at]) => range.slice(0, at) + meta + range.slice(at));

const octet = fc.integer({ min: 0, max: 255 });
const goodInput = fc.record({
  ipv4: fc.uniqueArray(
    fc.tuple(octet, octet).map(([b, c]) => `198.${String(b)}.${String(c)}.0/24`),
    { minLength: 1, maxLength: 40 },
  ),
  ipv6: fc.uniqueArray(
    fc.integer({ min: 1, max: 0xffff }).map((group) => `2a06:${group.toString(16)}::/32`),
    { minLength: 1, maxLength: 40 },
  ),
  ports: fc.uniqueArray(
    fc.integer({ min: 1, max: 65535 }).filter((port) => port !== 22),
    { minLength: 1, maxLength: 15 },
  ),
});

const anyPort = fc.integer({ min: 1, max: 65535 }).filter((port) => port !== 22);
const goodOptions = fc
  .record({
    families: fc.subarray(['ipv4', 'ipv6'] as const, { minLength: 1 }),
    // Never a word that stands in the texts anyway, and never one of the ports.
    ssh: fc.constantFrom(61_022, 62_022),
    own: fc.constantFrom('192.0.2.77', '192.0.2.64/28', '2001:db8:77::7', '2001:DB8:77::/64'),
    ports: fc.uniqueArray(anyPort, { minLength: 1, maxLength: 14 }),
  })
  .filter(({ ssh, ports }) => !ports.includes(ssh));

/** What would change a default, cut SSH or established connections, or empty what others wrote. */
const FORBIDDEN = [
  /policy\s+(drop|reject)/,
  /-P\s+(INPUT|OUTPUT|FORWARD)/,
  /^:(INPUT|OUTPUT|FORWARD)/m,
  /ufw (--force )?(enable|disable|reset|default|reload)/,
  /flush (ruleset|table)/,
  /-F(?! CLOUDFLARE)\s/,
  /--(complete-reload|set-default-zone|panic-on|set-target)/,
  /csf -[xef]\b/,
];
const SSH = /\b22\b|\bssh\b/;

describe.each(PLATFORM_GENERATORS.map((platform) => [platform.id, platform] as const))('%s', (_, platform) => {
  it('names every range of both families and every port', () => {
    fc.assert(
      fc.property(goodInput, (input) => {
        const text = everything(platform.generate(input));
        for (const range of [...input.ipv4, ...input.ipv6]) expect(text).toContain(range);
        if (platform.ports) for (const port of input.ports) expect(text).toContain(String(port));
      }),
      { numRuns: 25 },
    );
  });

  it('refuses shell metacharacters in ranges, ports and interface', () => {
    fc.assert(
      fc.property(hostileRange, (range) => {
        expect(() => platform.generate({ ...SAMPLE, ipv4: [range] })).toThrow(FirewallInputError);
        expect(() => platform.generate({ ...SAMPLE, ipv6: [...SAMPLE.ipv6, range] })).toThrow(FirewallInputError);
        expect(() => platform.generate({ ...SAMPLE, ports: [range as unknown as number] })).toThrow(FirewallInputError);
        expect(() => platform.generate({ ...SAMPLE, interface: range })).toThrow(FirewallInputError);
      }),
    );
  });

  it('changes no default, and neither SSH nor established connections', () => {
    const text = everything(platform.generate(SAMPLE));
    for (const pattern of [...FORBIDDEN, SSH]) expect(text).not.toMatch(pattern);
  });

  it('changes no default either, and keeps SSH and the own address, whatever is chosen', () => {
    fc.assert(
      fc.property(goodInput, goodOptions, ({ ipv4, ipv6 }, options) => {
        const made = platform.generate({ ipv4, ipv6, ...options });
        const text = everything(made);
        for (const pattern of FORBIDDEN) expect(text).not.toMatch(pattern);
        for (const [family, list] of [
          ['ipv4', ipv4],
          ['ipv6', ipv6],
        ] as const)
          for (const range of list) expect(text.includes(range)).toBe(options.families.includes(family));
        expect(text.toLowerCase()).toContain(options.own.toLowerCase());
        // The port of SSH stands only where something is allowed or taken back, never where it is closed.
        for (const line of text.split('\n').filter((each) => each.includes(String(options.ssh))))
          expect(line).not.toMatch(/\b(drop|deny|reject)\b/i);
        if (text.includes('hook input')) {
          expect(text).toContain('ct state established,related accept');
          expect(text.indexOf('own address')).toBeLessThan(text.indexOf('counter drop'));
        }
        for (const { apply, check, undo } of bundles(made))
          for (const commands of [apply, check, undo]) expect(commands.length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it('says how to apply, to check and to undo', () => {
    const generated = platform.generate(SAMPLE);
    for (const { apply, check, undo } of bundles(generated)) {
      for (const commands of [apply, check, undo]) expect(commands.length).toBeGreaterThan(0);
      for (const command of check) expect(command.changes).toBe('nothing');
    }
    expect(generated.notes.join(' ')).toContain('IPv6');
  });

  it('says first who loses access, exactly where it turns others away', () => {
    const [first = ''] = platform.generate(SAMPLE).notes;
    expect(/everyone else.*lose.* access: .*grey cloud.*monitors.*health checks/.test(first)).toBe(
      platform.shuts ?? false,
    );
  });

  it('says what becomes of the family that is not chosen: web servers refuse it', () => {
    const notes = platform.generate({ ...SAMPLE, families: ['ipv6'] }).notes.join(' ');
    expect(notes).toContain('Only for IPv6, as chosen');
    expect(notes.includes('over IPv4 gets a 403')).toBe(platform.kind === 'server');
  });

  it('has a timer exactly where it runs on the server', () => {
    expect(platform.generate(SAMPLE).refresh !== undefined).toBe(platform.kind !== 'cloud');
  });

  it('writes plain ASCII into files', () => {
    expect(everything(platform.generate(SAMPLE))).toMatch(/^[\x00-\x7f]*$/);
  });

  it('binds packet filters on the server to the interface', () => {
    if (!['ufw', 'iptables', 'nftables', 'firewalld'].includes(platform.id)) return;
    expect(everything(platform.generate({ ...SAMPLE, interface: 'ens3' }))).toContain('ens3');
  });
});

it('each platform is there once', () => {
  expect(new Set(PLATFORM_GENERATORS.map(({ id }) => id)).size).toBe(12);
});
