import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadKnowledge } from './load.ts';

const { knowledge } = loadKnowledge(fileURLToPath(new URL('../../content', import.meta.url)), '2026-11-21');
if (knowledge === undefined) throw new Error('the content has an error; run npm run check:knowledge');

it('the handshake check offers exactly Cloudflare’s suites', () => {
  const commands = knowledge.checks.get('tls-handshake')?.commands.map(({ run }) => run) ?? [];
  expect(commands.join('\n')).toContain(`-cipher ${knowledge.ciphers.tls12.join(':')}:@SECLEVEL=0`);
});
