import { z } from 'zod';
import { CHANGES, STAGES } from '../../domain/vocabulary.ts';

/** Permanent name: lower-case words joined by hyphens. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens, such as "fw-drop-cloudflare"');

/** Whether the month has that day; `Date` by itself makes 30 February a day in March. */
function inCalendar(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().startsWith(day);
}

/** Quoted calendar date. An unquoted YAML date would be a Date object, so it is refused. */
export const date = z
  .string('expected a quoted date such as "2026-11-20"')
  .regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'expected a date such as "2026-11-20"')
  .refine(inCalendar, 'expected a date that the calendar has');

/** A code as people see it, quoted: "522", "1016". */
export const code = z
  .string('expected a quoted code such as "522"')
  .regex(/^\d{3,4}$/, 'expected three or four digits in quotes, such as "522"');

/**
 * Prose in the small inline format: `code`, **strong**, [text](cause:id), [^source], {value}.
 * See content/README.md.
 */
export const text = z.string('expected text').trim().min(1, 'expected text, found nothing');

/** Ids of entries in sources.yaml. At least one: a claim without a source is not published. */
export const sources = z.array(id).min(1, 'expected at least one id from sources.yaml');

export const stage = z.enum(STAGES);

/** Where and how a command runs; becomes the caption above it. */
export const command = z.strictObject({
  platform: id.optional().describe('id from platforms/, when the command is for one platform only'),
  where: z
    .enum(['origin', 'outside', 'api', 'cloud', 'connector', 'router'])
    .describe(
      'the machine it runs on: the origin, any machine elsewhere, any machine with a Cloudflare API token, a cloud shell, the tunnel host, the home router',
    ),
  root: z.boolean().default(false).describe('needs root or sudo'),
  run: z
    .string()
    .trim()
    .min(1)
    .describe(
      'the command or configuration, exactly as to be typed; {{ipv4}} and {{ipv6}} expand to the address lists',
    ),
  lang: z
    .enum([
      'sh',
      'nginx',
      'apache',
      'haproxy',
      'caddy',
      'systemd',
      'ini',
      'nft',
      'iptables',
      'yaml',
      'json',
      'php',
      'python',
      'js',
      'text',
    ])
    .default('sh')
    .describe('language of the block'),
  file: z.string().optional().describe('the file the block belongs in, when it is configuration'),
  changes: z.enum(CHANGES).describe('what running it changes'),
  danger: text.optional().describe('what can go wrong, shown above the command'),
  ran: z
    .union([
      z.strictObject({ on: date, where: z.string() }).describe('run on this date, on this system'),
      z.strictObject({ not: z.string() }).describe('not run, and why'),
    ])
    .describe('whether this exact command was run before it was published'),
});
export type Command = z.infer<typeof command>;
