import type { Access } from '../vocabulary.ts';

/** Machines a command can run on, in words. */
export const PLACES = {
  origin: 'On the server',
  outside: 'On any other machine',
  api: 'On any machine, with a Cloudflare API token',
  cloud: 'In the cloud provider’s shell',
  connector: 'On the machine that runs cloudflared',
  router: 'In the network of the router',
} as const;

/** What a reader must be able to reach to run a command there. */
export const PLACE_ACCESS: Readonly<Record<keyof typeof PLACES, Access>> = {
  origin: 'shell',
  outside: 'laptop',
  api: 'laptop',
  cloud: 'laptop',
  connector: 'shell',
  router: 'laptop',
};

/** The line above a command: where it runs, as whom, for which platform, in which file. */
export function commandCaption(command: {
  readonly where: keyof typeof PLACES;
  readonly root: boolean;
  readonly platform: string | undefined;
  readonly file: string | undefined;
}): string {
  const who = command.root ? ', as root' : '';
  const file = command.file === undefined ? '' : ` In ${command.file}.`;
  const platform = command.platform === undefined ? '' : ` ${command.platform}.`;
  return `${PLACES[command.where]}${who}.${platform}${file}`;
}

/** Puts Cloudflare's address lists in place of {{ipv4}} and {{ipv6}}. */
export function expandRanges(
  source: string,
  addresses: { readonly ipv4: readonly string[]; readonly ipv6: readonly string[] },
): string {
  return source
    .replaceAll('{{ipv4}}', addresses.ipv4.join(' '))
    .replaceAll('{{ipv6}}', addresses.ipv6.join(' '))
    .replaceAll('{{ipv4,}}', addresses.ipv4.join(', '))
    .replaceAll('{{ipv6,}}', addresses.ipv6.join(', '));
}
