import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from './serve.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const base = (process.env.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '');
const port = Number(process.env.PORT ?? 4321);

try {
  if (!existsSync(dist)) throw new Error('there is no built site in dist/: run npm run build');
  const { origin } = await serve(dist, base === '' ? '' : `/${base}`, { host: 'localhost', port });
  console.log(`The 52x Field Guide is at ${origin}/${base === '' ? '' : `${base}/`}  (Ctrl-C ends it)`);
} catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const why = error instanceof Error ? error.message : String(error);
  console.error(taken ? `Port ${String(port)} is taken; choose another: PORT=8080 npm start` : why);
  process.exitCode = 1;
}
