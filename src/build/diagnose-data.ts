import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withData } from '../domain/diagnose/data.ts';
import { diagnoseData } from '../knowledge/diagnose.ts';
import { loadKnowledge } from '../knowledge/load.ts';

/** Writes Cloudflare’s ranges, ciphers and figures into public/diagnose.sh; with --check, only compares. */
const place = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { knowledge } = loadKnowledge(place('content'), new Date().toISOString().slice(0, 10));
if (knowledge === undefined) throw new Error('the content has mistakes: npm run check:knowledge');
const file = place('public/diagnose.sh');
const found = readFileSync(file, 'utf8');
const wanted = withData(found, diagnoseData(knowledge));
if (process.argv.includes('--check')) {
  if (found !== wanted) {
    console.error('public/diagnose.sh: its data differs from content/cloudflare.yaml; run: npm run diagnose:data');
    process.exitCode = 1;
  }
} else writeFileSync(file, wanted);
