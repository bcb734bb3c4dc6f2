import type { Repair } from '../../domain/troubleshooter/repair.ts';

/** Fetches JSON of this site. @throws when it does not come or is no JSON */
export async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`status ${String(response.status)}`);
  return (await response.json()) as T;
}

/** Fetches the repair of a cause; `failed` when it does not come or is something else. */
export async function fetchRepair(pattern: string, cause: string): Promise<Repair | 'failed'> {
  try {
    const repair = await fetchJson<Partial<Repair>>(pattern.replace('{cause}', cause));
    return Array.isArray(repair.now) ? (repair as Repair) : 'failed';
  } catch {
    return 'failed';
  }
}
