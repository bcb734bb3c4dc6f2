import { z } from 'zod';
import { code, date, id, sources, stage, text } from './common.ts';

const value = z.strictObject({
  value: z.union([z.number(), z.string()]).describe('the figure; a string for a range or a list'),
  from: date.optional().describe('first day it is known to hold (the day the documentation changed)'),
  until: date.optional().describe('day it was replaced'),
  source: id.describe('source for this figure'),
  note: text.optional(),
});

const quantity = z
  .strictObject({
    id,
    kind: z
      .enum(['clock', 'limit', 'hint'])
      .describe('clock: a timer; limit: a size or count; hint: a wait that Cloudflare advises'),
    label: text.describe('what it measures, in a few words'),
    unit: z.string().describe('s, KB, …'),
    leg: z.enum(['visitor', 'origin', 'client']).describe('which connection it belongs to'),
    stage: stage.optional().describe('station where it runs'),
    until: stage.optional().describe('last station it spans in the drawing, when not the next one'),
    ends: code.optional().describe('code it ends in'),
    mark: z.string().optional().describe('words beside it in the drawing, such as "no SYN+ACK"'),
    adjustable: text.optional().describe('who can change it'),
    values: z.array(value).min(1).describe('newest first; the first one is in force'),
    sources,
  })
  .describe('a dated figure; prose names it as {id}, or {id@2025-01-01} for the value in force on a day');

const addresses = z.strictObject({
  id: z.literal('addresses'),
  kind: z.literal('addresses'),
  ipv4: z.array(z.cidrv4('expected an IPv4 range such as 104.16.0.0/13')).min(1),
  ipv6: z.array(z.cidrv6('expected an IPv6 range such as 2606:4700::/32')).min(1),
  etag: z.string().describe('etag of the published list'),
  checked: date.describe('last day the list was seen unchanged'),
  changed: date.describe('last day its content changed'),
  past: z.array(z.cidrv4()).describe('ranges that were once listed and no longer are'),
  sources,
});

const ports = z.strictObject({
  id: z.literal('ports'),
  kind: z.literal('ports'),
  http: z.array(z.int()).min(1),
  https: z.array(z.int()).min(1),
  uncached: z.array(z.int()),
  sources,
});

const ciphers = z.strictObject({
  id: z.literal('ciphers'),
  kind: z.literal('ciphers'),
  tls12: z.array(z.string()).min(1).describe('suites offered to origins up to TLS 1.2, in OpenSSL’s names'),
  tls13: z.array(z.string()).min(1).describe('suites offered with TLS 1.3'),
  sources,
});

/** One entry of cloudflare.yaml: a figure, the address list, the port list, or the cipher list. */
export const cloudflareSchema = z.discriminatedUnion('kind', [quantity, addresses, ports, ciphers]);
export type CloudflareEntry = z.infer<typeof cloudflareSchema>;
export type Quantity = z.infer<typeof quantity>;
export type Addresses = z.infer<typeof addresses>;
export type Ports = z.infer<typeof ports>;
export type Ciphers = z.infer<typeof ciphers>;
