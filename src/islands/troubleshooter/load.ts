import type * as help from './help.ts';
import { fetchJson } from '../shared/fetch-json.ts';
import type { Repair } from '../../domain/troubleshooter/repair.ts';

/** Fetches the repair of a cause; `failed` when it does not come or is something else. */
export async function fetchRepair(pattern: string, cause: string): Promise<Repair | 'failed'> {
  try {
    const repair = await fetchJson<Partial<Repair>>(pattern.replace('{cause}', cause));
    return Array.isArray(repair.now) ? (repair as Repair) : 'failed';
  } catch {
    return 'failed';
  }
}

export type Help = typeof help;

/** Loads what only an end needs; `failed` when it does not come. */
export function loadHelp(): Promise<Help | 'failed'> {
  return import('./help.ts').catch(() => 'failed' as const);
}
