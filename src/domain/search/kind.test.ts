import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inputKind } from './kind.ts';

it.each([
  '522',
  ' error 522 ',
  'HTTP/2 522',
  'cf 525',
  'Error code: 1016',
  'error_524',
  '#521',
  'Cloudflare error code 530.',
])('%j is a code', (text) => {
  expect(inputKind(text)).toBe('code');
});

it.each([
  'connection timed out',
  'how to allow cloudflare',
  '521 vs 522',
  'site works without cloudflare',
  'curl: (52) Empty reply from server',
  'nf_conntrack: table full, dropping packet',
  'server is down: what now',
  'where do I find the ray id',
  'error code 522 cloudflare wordpress',
  'Connection timed out Error code 522',
  'Unable to reach the origin service. The service may be down or it may not be responding to traffic from cloudflared',
  '5222222',
  '',
  '   ',
  'The web server is not returning a connection. As a result, the web page is not displaying.',
])('%j is words', (text) => {
  expect(inputKind(text)).toBe('words');
});

it.each([
  'Error 522\nRay ID: 7d2f1c2b3a4d5e6f',
  '{"cloudflare_error": true}',
  '[{"status": 522}]',
  '<!DOCTYPE html><title>x</title>',
  '<div id="cf-error-details">',
  '<meta http-equiv="refresh" content="5">',
  '<span class="cf-code-label">Error code 522</span>',
  'nel: {"report_to":"cf-nel","success_fraction":0.01,"max_age":604800}',
  'report-to: {"group":"cf-nel","max_age":604800}',
  '<server: cloudflare',
  '<HTTP/1.1 522 Origin Connection Time-out',
  'cf-ray: 7d2f1c2b3a4d5e6f-FRA',
  '< server: cloudflare',
  '* Connected to www.example.com',
  'HTTP/1.1 522 Origin Connection Time-out',
  '2026/11/20 12:00:01 [error] 12#12: *1 upstream timed out',
  '2026-11-20T12:00:01Z ERR unable to reach the origin service',
  'Nov 20 12:00:01 web1 kernel: nf_conntrack: table full',
  '172.68.10.1 - - [20/Nov/2026:12:00:01 +0000] "GET / HTTP/1.1" 200 12',
  'word '.repeat(25),
  'Connection timed out Error code 522 Visit cloudflare.com for more information.',
  'Web server is down Error code 521 You Browser Working Berlin',
  'Error 1020 Ray ID: 9a1b2c3d4e5f6789',
  'shop.example.com | 522: Connection timed out',
])('%j is a paste', (text) => {
  expect(inputKind(text)).toBe('paste');
});

it('reads any text, and quickly', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      expect(['code', 'words', 'paste']).toContain(inputKind(text));
    }),
  );
  const started = performance.now();
  for (const piece of ['error ', '< ', '[{', 'a', '1', '\n', 'cf-']) inputKind(piece.repeat(2_000_000));
  expect(performance.now() - started).toBeLessThan(500);
});
