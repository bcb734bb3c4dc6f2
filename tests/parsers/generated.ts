import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Bundle, FirewallInput, Generated, GeneratedFile } from '../../src/domain/firewall/model.ts';
import { PLATFORM_GENERATORS } from '../../src/domain/firewall/registry.ts';
import { cloudflareSchema } from '../../src/knowledge/schemas/cloudflare.ts';

export const ROOT = join(import.meta.dirname, '../..');

function publishedLists(): Pick<FirewallInput, 'ipv4' | 'ipv6'> {
  const entries = parse(readFileSync(join(ROOT, 'content/cloudflare.yaml'), 'utf8')) as { id: string }[];
  const addresses = cloudflareSchema.parse(entries.find(({ id }) => id === 'addresses'));
  if (addresses.kind !== 'addresses') throw new Error('content/cloudflare.yaml lacks the addresses');
  return addresses;
}

/** The real lists, with the ports that are used by default. */
export const INPUT: FirewallInput = { ...publishedLists(), ports: [80, 443] };

/** Every platform with what it generates from the real lists. */
export const GENERATED: ReadonlyMap<string, Generated> = new Map(
  PLATFORM_GENERATORS.map(({ id, generate }) => [id, generate(INPUT)]),
);

/** What a platform generates from the real lists. */
export function generatedFor(id: string): Generated {
  const found = GENERATED.get(id);
  if (found === undefined) throw new Error(`no generator for ${id}`);
  return found;
}

/** The parts of a platform's configuration, named. */
export function bundles({ alternative, refresh, ...main }: Generated): [string, Bundle][] {
  const parts: [string, Bundle | undefined][] = [
    ['main', main],
    ['refresh', refresh],
    ['alternative', alternative],
    ['alternative refresh', alternative?.refresh],
  ];
  return parts.filter((part): part is [string, Bundle] => part[1] !== undefined);
}

/** The script that keeps the list fresh. */
export function refreshScript(bundle: { readonly refresh?: Bundle }): GeneratedFile {
  const file = bundle.refresh?.files.find(({ lang }) => lang === 'sh');
  if (file === undefined) throw new Error('no refresh script');
  return file;
}

/** All commands of a list, as one script. */
export const script = (commands: Bundle['apply']): string => commands.map(({ run }) => run).join('\n');
