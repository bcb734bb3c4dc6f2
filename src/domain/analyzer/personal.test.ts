import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonal, mask } from './personal.ts';

const RANGES = ['172.64.0.0/13', '104.16.0.0/13', '2606:4700::/32'];
const masked = (text: string): string => mask(text, RANGES);
const personalIn = (text: string) => {
  const steps = findPersonal(text, RANGES);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
};

/** A secret as they occur: no blanks, no quotes. */
const token = fc.stringMatching(/^[A-Za-z0-9_.~+/-]{12,40}$/).filter((text) => !/^[\d.]+$/.test(text));
const octet = fc.integer({ min: 1, max: 254 });
const ipv4 = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.'));
const ipv6 = fc
  .array(fc.integer({ min: 1, max: 0xffff }), { minLength: 8, maxLength: 8 })
  .map((parts) => parts.map((part) => part.toString(16)).join(':'));
const mail = fc.tuple(fc.stringMatching(/^[a-z][a-z0-9._]{3,12}$/), fc.stringMatching(/^[a-z]{4,10}$/));

const FORMS: readonly ((secret: string) => string)[] = [
  (secret) => `> Cookie: session=${secret}; theme=dark`,
  (secret) => `< set-cookie: __cf_bm=${secret}; path=/; HttpOnly`,
  (secret) => `Authorization: Bearer ${secret}`,
  (secret) => `authorization: Basic ${secret}`,
  (secret) => `X-Auth-Key: ${secret}`,
  (secret) => `"Authorization": "Bearer ${secret}", "Accept": "x"`,
  (secret) => `"cookie":"a=${secret}","host":"www.example.com"`,
  (secret) => `curl -H 'Authorization: Bearer ${secret}' https://www.example.com/`,
  (secret) => `curl -H "X-API-Key: ${secret}" https://www.example.com/`,
  (secret) => `curl -b 'sid=${secret}' https://www.example.com/`,
  (secret) => `curl -u admin:${secret} https://www.example.com/`,
  (secret) => `CF-Access-Client-Secret: ${secret}`,
  (secret) => `GET /?token=${encodeURIComponent(secret)}&a=1 HTTP/1.1`,
  (secret) => `https://www.example.com/?a=1&api_key=${encodeURIComponent(secret)}#x`,
  (secret) => `GET /;jsessionid=${encodeURIComponent(secret)}?a=1`,
  (secret) => `https://admin:${encodeURIComponent(secret)}@www.example.com/`,
  (secret) => `password=${secret}`,
  (secret) => `DB_PASSWORD: "${secret}"`,
  (secret) => `api_token = ${secret}`,
  (secret) => `it said Bearer ${secret} was refused`,
];

describe('masking', () => {
  it.each(FORMS.map((form) => [form('…'), form] as const))('leaves no secret in %s', (_shown, form) => {
    fc.assert(
      fc.property(token, (secret) => {
        const text = masked(form(secret));
        expect(text).not.toContain(secret);
        expect(text).not.toContain(encodeURIComponent(secret));
      }),
    );
  });

  it('leaves no address that is not Cloudflare’s', () => {
    fc.assert(
      fc.property(ipv4, ipv6, (four, six) => {
        const text = masked(`client: ${four}, server: [${six}]:443 and ${six} (${four})`);
        if (!/^(?:127|172\.(?:6[4-9]|7[01])|104\.(?:1[6-9]|2[0-3]))\./.test(four)) expect(text).not.toContain(four);
        expect(text).not.toContain(six);
      }),
    );
  });

  it('leaves no e-mail address', () => {
    fc.assert(
      fc.property(mail, ([name, domain]) => {
        expect(masked(`write to ${name}@${domain}.example, please`)).not.toContain(`${name}@${domain}`);
      }),
    );
  });

  it('changes nothing the second time', () => {
    const line = fc.oneof(
      fc.tuple(fc.constantFrom(...FORMS), token).map(([form, secret]) => form(secret)),
      fc.string({ unit: 'binary' }),
      ipv4,
      ipv6,
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const once = masked(lines.join('\n'));
        expect(masked(once)).toBe(once);
      }),
    );
  });

  it.each([
    'cf-ray: a23c92d51bc8a952-DTW',
    '*   Trying 172.68.10.1:443...',
    'AAAA 2606:4700::6810:101',
    'LISTEN 0 511 127.0.0.1:443',
    'LISTEN 0 511 [::1]:443 [::]:*',
    '2026-11-20 10:02:11 nginx/1.22.1',
    'HTTP/2 522',
    'SSL routines::wrong version number',
    'the token was refused',
    'cf-cache-status: DYNAMIC',
  ])('leaves %s as it is', (text) => {
    expect(masked(text)).toBe(text);
  });

  it('names what it replaced, line by line', () => {
    expect(masked('a 203.0.113.7\nCookie: x=1; y=2\nme@example.com')).toBe('a [address]\nCookie: [cookie]\n[e-mail]');
    expect(personalIn('a 203.0.113.7\nCookie: x=1\nb 203.0.113.8')).toEqual(
      [
        { kind: 'cookie', lines: [2] },
        { kind: 'address', lines: [1, 3] },
      ].sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0)),
    );
  });

  it('tells of personal data wherever it stands in a large text, by its line', () => {
    const line = fc.integer({ min: 0, max: 9000 });
    fc.assert(
      fc.property(line, line, (first, second) => {
        const lines = Array.from({ length: 9001 }, () => 'an ordinary line of a log, 127.0.0.1, 172.68.10.1');
        lines[first] = 'from 203.0.113.7';
        lines[second] = 'Authorization: Bearer abcdefgh';
        const told = personalIn(lines.join('\n'));
        expect(told).toContainEqual({ kind: 'credential', lines: [second + 1] });
        if (first !== second) expect(told).toContainEqual({ kind: 'address', lines: [first + 1] });
      }),
      { numRuns: 20 },
    );
  });

  it.each(['a.b@c.d ', '1.2.3.4 ', 'token=x ', '://', '"cookie": "', 'a:b:c:', 'eyJa.'])(
    'takes time in proportion to the text for %j, in short steps',
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const before = process.cpuUsage();
      personalIn(text);
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
    },
  );
});
