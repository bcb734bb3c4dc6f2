import { join } from 'node:path';
import { LAB } from './folder.ts';
import { run } from './process.ts';

/**
 * Makes the certificates that all worlds of a run share.
 * @param folder an empty folder
 * @throws when OpenSSL refuses
 */
export async function makeCertificates(folder: string): Promise<void> {
  const made = await run(['sh', '-c', 'cd "$1" && exec sh "$2"', 'pki', folder, join(LAB, 'world/pki.sh')]);
  if (made.status !== 0) throw new Error(`certificates: ${made.output}`);
}
