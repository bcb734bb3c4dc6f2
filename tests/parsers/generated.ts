import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Bundle, FirewallInput, Generated, GeneratedFile } from '../../src/domain/firewall/model.ts';
import { PLATFORM_GENERATORS, type PlatformGenerator } from '../../src/domain/firewall/registry.ts';
import { ROOT } from '../support/build.ts';
import { cloudflareSchema } from '../../src/knowledge/schemas/cloudflare.ts';

function publishedLists(): Pick<FirewallInput, 'ipv4' | 'ipv6'> {
  const entries = parse(readFileSync(join(ROOT, 'content/cloudflare.yaml'), 'utf8')) as { id: string }[];
  const addresses = cloudflareSchema.parse(entries.find(({ id }) => id === 'addresses'));
  if (addresses.kind !== 'addresses') throw new Error('content/cloudflare.yaml lacks the addresses');
  return addresses;
}

/** The real lists, with the ports that are used by default. */
export const INPUT: FirewallInput = { ...publishedLists(), ports: [80, 443] };

/** Other choices: one family with an own address of the other one, both ways round. */
export const CHOICES: readonly FirewallInput[] = [
  { ...INPUT, ports: [443, 8443], families: ['ipv4'], ssh: 2222, own: '2001:db8:7::7' },
  { ...INPUT, ports: [443], families: ['ipv6'], own: '192.0.2.7' },
];

/** The generator of a platform. */
export function generatorFor(id: string): PlatformGenerator {
  const found = PLATFORM_GENERATORS.find((platform) => platform.id === id);
  if (found === undefined) throw new Error(`no generator for ${id}`);
  return found;
}

/** What a platform generates from the real lists. */
export const generatedFor = (id: string): Generated => generatorFor(id).generate(INPUT);

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

/** Files that have a place of their own. */
export const placed = (files: readonly GeneratedFile[]): (GeneratedFile & { path: string })[] =>
  files.flatMap((file) => (file.path === undefined ? [] : [{ ...file, path: file.path }]));
