import type { CheckedInput } from '../model.ts';
import { SETS } from '../nftables-text.ts';
import { fileLoader } from './file-loader.ts';
import type { LoaderShell } from './script.ts';

const FILE = '/etc/nftables.d/cloudflare.ranges.nft';

/** Replaces the elements of both sets in one transaction, and keeps them in a file for the next start. */
export function nftablesLoader(table: string, { families }: CheckedInput): LoaderShell {
  const template = families.flatMap((each) => [
    `flush set ${table} ${SETS[each]}`,
    `add element ${table} ${SETS[each]} {`,
    { each, before: '  ', after: ',' },
    '}',
  ]);
  return fileLoader({ targets: [{ path: FILE, template }], test: `nft -c -f ${FILE}`, reload: `nft -f ${FILE}` });
}
